package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryRightsIT {

  private static final String HISTORY = "app.flyway_schema_history";

  private final TestDatabase database = TestDatabase.fresh();
  private final Sql sql = new Sql(database.dataSource());
  private final String user = '"' + database.name() + " user\"";

  @BeforeEach
  void createRoles() throws SQLException {
    sql.run("CREATE ROLE " + user);
    sql.run("CREATE SCHEMA app");
    sql.run("GRANT USAGE ON SCHEMA app TO " + user);
    sql.run(
        "ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "
            + user);
  }

  @Test
  void theUserThatServesReadsTheHistoryAndCannotWriteIt() throws SQLException {
    migrate();

    assertThatTheUserOnlyReads();
  }

  @Test
  void norAfterTheMigrationOfASchemaThatWasThereBefore() throws SQLException {
    migrate();
    undoWhatFollowed();
    sql.run("DELETE FROM " + HISTORY + " WHERE version >= '202611211200'");
    sql.run("GRANT ALL ON " + HISTORY + " TO PUBLIC, " + user);

    migrate();

    assertThatTheUserOnlyReads();
  }

  /** The scripts behind the one that protects the history. */
  private void undoWhatFollowed() throws SQLException {
    sql.run("ALTER TABLE app.resources DROP COLUMN condition_states");
    sql.run(
        "DROP INDEX app.resources_deleted_idx, app.resources_name_idx,"
            + " app.resources_all_created_idx, app.declared_resources_created_idx");
    sql.run("CREATE INDEX resources_created_idx ON app.resources (kind, created_time, id)");
  }

  private void migrate() {
    new SchemaMigration(database.migrationSource(), "app").migrate();
  }

  private void assertThatTheUserOnlyReads() throws SQLException {
    asUser("SELECT count(*) FROM " + HISTORY);
    asUser("DELETE FROM app.resources");
    for (String write :
        List.of(
            "DELETE FROM " + HISTORY,
            "UPDATE " + HISTORY + " SET success = false",
            "INSERT INTO " + HISTORY + " SELECT * FROM " + HISTORY,
            "TRUNCATE " + HISTORY)) {
      assertThatThrownBy(() -> asUser(write))
          .hasMessageContaining("permission denied for table flyway_schema_history");
    }
    assertThat(sql.column("SELECT count(*) FROM " + HISTORY + " WHERE NOT success"))
        .containsExactly("0");
  }

  private void asUser(String statement) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement session = connection.createStatement()) {
      session.execute("SET ROLE " + user);
      session.execute(statement);
    }
  }
}
