package io.hyperfleet.persistence;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.resource.DeletionStore;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.persistence.connection.DatabasePool;
import io.hyperfleet.persistence.connection.PersistenceUnit;
import io.hyperfleet.persistence.connection.TransactionBoundary;
import io.hyperfleet.persistence.connection.UnitsOfWork;
import io.hyperfleet.persistence.migration.SchemaName;
import io.hyperfleet.persistence.resource.JpaDeletionStore;
import io.hyperfleet.persistence.resource.JpaResourceStore;
import java.time.Duration;

/** Everything that is kept in PostgreSQL, and the units of work in which it is used. */
public final class PostgresStores implements AutoCloseable {

  private final UnitsOfWork units;
  private final JpaResourceStore resources;
  private final DeletionStore deletions;

  /**
   * Connects to nothing before the first unit of work.
   *
   * @param schema the name of the schema that holds the tables
   * @param statementTimeout for each statement; zero or less for no limit
   */
  public PostgresStores(
      DatabasePool pool, TransactionBoundary boundary, String schema, Duration statementTimeout) {
    SchemaName tables = new SchemaName(schema);
    this.units =
        new UnitsOfWork(
            pool,
            boundary,
            statementTimeout,
            connections ->
                PersistenceUnit.open(connections, boundary, tables, JpaResourceStore.rows()));
    this.resources = new JpaResourceStore(units, tables);
    this.deletions = new JpaDeletionStore(units, resources, tables);
  }

  public Transactions transactions() {
    return units;
  }

  public ResourceStore resources() {
    return resources;
  }

  public DeletionStore deletions() {
    return deletions;
  }

  @Override
  public void close() {
    units.close();
  }
}
