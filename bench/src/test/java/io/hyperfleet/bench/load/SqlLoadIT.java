package io.hyperfleet.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hyperfleet.bench.started.BenchException;
import io.hyperfleet.bench.started.Cleanup;
import io.hyperfleet.bench.started.Postgres;
import io.hyperfleet.bench.started.ProcessTree;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever sends the statements counts the same. */
class SqlLoadIT {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Cleanup CLEANUP = new Cleanup();

  @TempDir static Path folder;

  private static Postgres database;

  @BeforeAll
  static void start() {
    database = CLEANUP.keep(() -> Postgres.start(folder));
  }

  @AfterAll
  static void stop() {
    CLEANUP.close();
  }

  @Test
  void sqlComputesTheIdThatJavaDoes() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + SeededId.sql("7654321::bigint"))) {
      rows.next();
      assertThat(rows.getObject(1, UUID.class)).isEqualTo(SeededId.of(7_654_321));
    }
  }

  @Test
  void theProcessesOfPostgresAreFoundAndTheirTimeGrows() throws SQLException {
    ProcessTree processes = database.processes().orElseThrow();
    double before = processes.processorSeconds();

    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT sum(n) FROM generate_series(1, 5000000) n");

      // While the session lives: one that ends is nobody's for a moment.
      assertThat(processes.processorSeconds()).isGreaterThan(before);
    }
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static long single(String query) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  abstract static class Contract {

    abstract SqlLoad load();

    @Test
    void everyStatementIsCounted() {
      Sample sample = load().run("SELECT 10 / " + SqlLoad.NUMBER + "::bigint", SHORT);

      assertThat(sample.requests()).isPositive().isEqualTo(sample.latencies().total());
      assertThat(sample.errors()).isZero();
      assertThat(sample.rate()).isPositive();
    }

    @Test
    void severalStatementsMayBeOneTransaction() throws SQLException {
      execute(
          "CREATE SCHEMA IF NOT EXISTS " + Postgres.SCHEMA,
          "DROP TABLE IF EXISTS counted",
          "CREATE TABLE counted (number bigint)");

      Sample sample =
          load()
              .run(
                  """
                  BEGIN;
                  INSERT INTO counted VALUES (%1$s::bigint);
                  INSERT INTO counted VALUES (%1$s::bigint);
                  COMMIT"""
                      .formatted(SqlLoad.NUMBER),
                  SHORT);

      assertThat(sample.errors()).isZero();
      assertThat(single("SELECT count(*) FROM counted")).isEqualTo(2 * sample.requests());
      assertThat(single("SELECT count(DISTINCT xmin::text) FROM counted"))
          .isEqualTo(sample.requests());
    }

    @Test
    void aStatementThatIsRefusedEndsTheRun() {
      SqlLoad load = load();

      assertThatThrownBy(() -> load.run("SELECT * FROM nowhere", SHORT))
          .isInstanceOf(BenchException.class)
          .hasMessageContaining("nowhere");
    }
  }

  @Nested
  class Driver extends Contract {

    @Override
    SqlLoad load() {
      return new PreparedStatementLoad(database.dataSource(), 2, 3);
    }
  }

  @Nested
  class Pgbench extends Contract {

    @Override
    SqlLoad load() {
      assumeTrue(Programs.has("pgbench"), "pgbench cannot be called");
      return new PgbenchLoad(CLEANUP, database, folder, 2, 3);
    }
  }
}
