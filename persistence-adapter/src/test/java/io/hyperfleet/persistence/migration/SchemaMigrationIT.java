package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.persistence.migration.lock.LockFigures;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaMigrationIT {

  private TestDatabase database;
  private Sql sql;

  @BeforeEach
  void create() {
    database = TestDatabase.fresh();
    sql = new Sql(database.dataSource());
  }

  @Test
  void anEmptyDatabaseGetsEveryTableInTheSchemaAndNothingElsewhere() throws SQLException {
    MigrationReport report = new SchemaMigration(database.dataSource(), "app").migrate();

    assertThat(report.scripts()).hasSize(7);
    assertThat(report.version()).isEqualTo("202611221201");
    assertThat(tables())
        .containsExactly(
            "app.adapter_statuses",
            "app.clusters",
            "app.declared_resources",
            "app.flyway_schema_history",
            "app.labels",
            "app.node_pools",
            "app.resource_references",
            "app.resources");
  }

  @Test
  void aSecondRunAppliesNothing() {
    MigrationReport first = new SchemaMigration(database.dataSource(), "app").migrate();
    MigrationReport second = new SchemaMigration(database.dataSource(), "app").migrate();

    assertThat(second.scripts()).isEmpty();
    assertThat(second.version()).isEqualTo(first.version());
    assertThat(second.lock()).isEqualTo(LockFigures.NONE);
  }

  @Test
  void twoSchemasLiveSideBySideEvenIfOneIsAReservedWord() throws SQLException {
    new SchemaMigration(database.dataSource(), "app").migrate();
    new SchemaMigration(database.dataSource(), "order").migrate();

    assertThat(tables()).hasSize(16).contains("app.clusters", "order.clusters");
  }

  @Test
  void theNameOfTheDatabaseIsTakenVerbatim() throws SQLException {
    new SchemaMigration(database.dataSource(), "app").migrate();

    assertThat(sql.column("SELECT current_database() FROM app.flyway_schema_history LIMIT 1"))
        .singleElement(STRING)
        .isEqualTo(database.name())
        .containsPattern("[A-Z]");
  }

  private List<String> tables() throws SQLException {
    return sql.column(
        """
        SELECT table_schema || '.' || table_name FROM information_schema.tables
        WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1
        """);
  }
}
