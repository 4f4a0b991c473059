package io.hyperfleet.persistence;

import io.hyperfleet.application.resource.Stores;
import io.hyperfleet.domain.status.ConditionsCodec;
import io.hyperfleet.persistence.connection.DatabasePool;
import io.hyperfleet.persistence.connection.PersistenceUnit;
import io.hyperfleet.persistence.connection.TransactionBoundary;
import io.hyperfleet.persistence.connection.UnitsOfWork;
import io.hyperfleet.persistence.migration.SchemaName;
import io.hyperfleet.persistence.resource.JpaDeletionStore;
import io.hyperfleet.persistence.resource.JpaReportStore;
import io.hyperfleet.persistence.resource.JpaResourceStore;
import java.time.Duration;

/** Everything that is kept in PostgreSQL, and the units of work in which it is used. */
public final class PostgresStores implements AutoCloseable {

  private final UnitsOfWork units;
  private final Stores stores;

  /**
   * Connects to nothing before the first unit of work.
   *
   * @param schema the name of the schema that holds the tables
   * @param statementTimeout for each statement; zero or less for no limit
   * @param conditions how conditions are spelled in the tables
   */
  public PostgresStores(
      DatabasePool pool,
      TransactionBoundary boundary,
      String schema,
      Duration statementTimeout,
      ConditionsCodec conditions) {
    SchemaName tables = new SchemaName(schema);
    this.units =
        new UnitsOfWork(
            pool,
            boundary,
            statementTimeout,
            connections ->
                PersistenceUnit.open(connections, boundary, tables, JpaResourceStore.rows()));
    JpaResourceStore resources = new JpaResourceStore(units, tables);
    this.stores =
        new Stores(
            units,
            resources,
            new JpaReportStore(units, tables, conditions),
            new JpaDeletionStore(units, resources, tables));
  }

  public Stores stores() {
    return stores;
  }

  @Override
  public void close() {
    units.close();
  }
}
