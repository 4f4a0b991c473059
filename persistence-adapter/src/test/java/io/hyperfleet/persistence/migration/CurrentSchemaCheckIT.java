package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.Starters;
import io.hyperfleet.persistence.database.StatementLog;
import io.hyperfleet.persistence.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurrentSchemaCheckIT {

  private final TestDatabase database = TestDatabase.migrated();
  private final Sql sql = new Sql(database.dataSource());

  @Test
  void itsScriptsAndChecksumsAreThoseOfFlyway() throws SQLException {
    assertThat(
            CurrentSchemaCheck.scripts().entrySet().stream()
                .map(script -> script.getKey() + " " + script.getValue())
                .collect(Collectors.toList()))
        .isEqualTo(
            sql.column(
                "SELECT version || ' ' || checksum FROM app.flyway_schema_history"
                    + " WHERE version IS NOT NULL ORDER BY version"));
  }

  @Test
  @DisplayName(
      "50 starters on current tables: three statements each, as for one alone, and no lock")
  void fiftyLookAndNothingElse() throws Exception {
    assertThat(statements()).hasSize(3);
    assertThat(Starters.together(50, this::statements))
        .allSatisfy(
            each ->
                assertThat(each)
                    .hasSize(3)
                    .noneMatch(text -> text.contains("advisory") || text.contains("BEGIN")));
  }

  private List<String> statements() {
    StatementLog log = new StatementLog();
    MigrationReport report =
        new SchemaMigration(log.watch(database.migrationSource()), "app").migrate();
    assertThat(report.version()).isEqualTo("202611221201");
    return log.drain();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE app.flyway_schema_history SET checksum = 1 WHERE version = '202611201201'",
        "UPDATE app.flyway_schema_history SET success = false WHERE version = '202611221201'",
        "DELETE FROM app.flyway_schema_history WHERE version = '202611221201'",
        "UPDATE app.flyway_schema_history SET version = '300001010000' WHERE version = '202611221201'",
        "DROP TABLE app.flyway_schema_history"
      })
  void whateverElseIsInTheHistoryIsNotCurrent(String change) throws SQLException {
    sql.run(change);

    assertThat(
            new CurrentSchemaCheck(database.dataSource(), new SchemaName("app")).currentVersion())
        .isEmpty();
  }

  @Test
  void anInvalidIndexIsSeenAsWell() throws SQLException {
    sql.run("CREATE TABLE app.extra AS SELECT 1 AS id FROM generate_series(1, 2)");
    assertThatThrownBy(() -> sql.run("CREATE UNIQUE INDEX CONCURRENTLY twice ON app.extra (id)"))
        .hasMessageContaining("could not create unique index");

    SchemaMigration migration = new SchemaMigration(database.migrationSource(), "app");

    assertThatThrownBy(migration::migrate).hasMessageStartingWith("index app.twice is invalid");
    assertThatThrownBy(migration::validate).hasMessageStartingWith("index app.twice is invalid");
  }
}
