package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {

  private static final String UNKNOWN = "unknown";

  @TempDir Path parent;

  private Path directory;

  @BeforeEach
  void setUp() throws IOException {
    directory = parent.toRealPath().resolve("postgres");
  }

  @Test
  void dataOutlivesTheProgramAndIsWrittenToDisk() throws SQLException {
    EmbeddedDatabase first = start();
    execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
    first.stop();
    assertThat(directory.resolve("postmaster.pid")).doesNotExist();

    EmbeddedDatabase second = start();
    try {
      assertThat(query(second, "SELECT answer FROM kept")).isEqualTo("42");
      assertThat(query(second, "SHOW fsync")).isEqualTo("on");
      assertThat(query(second, "SHOW synchronous_commit")).isEqualTo("on");
    } finally {
      second.stop();
    }
  }

  @Test
  void aProcessLeftBehindIsStoppedAndItsDataServedAgain() throws SQLException {
    EmbeddedDatabase abandoned = start();
    execute(abandoned, "CREATE TABLE kept AS SELECT 42 AS answer");

    assertThat(EmbeddedDatabase.stopLeftover(directory)).isTrue();

    assertThat(EmbeddedDatabase.stopLeftover(directory)).isFalse();
    abandoned.stop();
    EmbeddedDatabase next = start();
    try {
      assertThat(query(next, "SELECT answer FROM kept")).isEqualTo("42");
    } finally {
      next.stop();
    }
  }

  @Test
  void dataOfAnotherMajorVersionIsRefused() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("PG_VERSION"), "14\n");

    assertThatThrownBy(() -> EmbeddedDatabase.start(directory, "18.6.0", () -> {}))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("PostgreSQL 14")
        .hasMessageContaining("18");
  }

  @Test
  void aStartThatFailsSaysWhyAndLeavesNothingToStop() throws IOException {
    start().stop();
    Files.writeString(directory.resolve("postgresql.conf"), "no_such_setting = 1\n");
    AtomicBoolean up = new AtomicBoolean();

    EmbeddedDatabase database = EmbeddedDatabase.start(directory, UNKNOWN, () -> up.set(true));

    assertThatThrownBy(database::awaitUp)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("the development database did not start: ")
        .hasMessageContaining("postgresql.conf");
    assertThatThrownBy(database::checkStart).hasMessageContaining("postgresql.conf");
    database.stop();
    assertThat(up).isFalse();
  }

  @Test
  void aStopInTheMiddleOfAStartWaitsForItsEndAndLeavesNothingRunning() {
    EmbeddedDatabase database = EmbeddedDatabase.start(directory, UNKNOWN, () -> {});

    database.stop();

    assertThat(directory.resolve("PG_VERSION")).exists();
    assertThat(directory.resolve("postmaster.pid")).doesNotExist();
  }

  private EmbeddedDatabase start() {
    EmbeddedDatabase database = EmbeddedDatabase.start(directory, UNKNOWN, () -> {});
    database.awaitUp();
    return database;
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    Map<String, String> settings = database.settings();
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%s/%s?user=%s"
            .formatted(
                settings.get("database.host"),
                settings.get("database.port"),
                settings.get("database.name"),
                settings.get("database.username")));
  }
}
