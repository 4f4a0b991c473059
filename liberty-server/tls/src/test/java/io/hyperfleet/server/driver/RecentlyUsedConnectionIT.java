package io.hyperfleet.server.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class RecentlyUsedConnectionIT {

  private static final int PATIENCE = 2;

  private static EmbeddedPostgres server;

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1);
  private Connection connection;

  @BeforeAll
  static void start() throws IOException {
    server = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @BeforeEach
  void connect() throws SQLException {
    RecentlyUsedDataSource source = new RecentlyUsedDataSource();
    source.setUrl(server.getJdbcUrl("postgres", "postgres"));
    connection =
        RecentlyUsedConnection.around(source.getConnection().unwrap(Connection.class), clock::get);
  }

  @Test
  void whatWasUsedWithinASecondIsTakenForWell() throws SQLException {
    endInTheServer();
    pass(Duration.ofMillis(999));
    assertThat(connection.isValid(PATIENCE)).isTrue();
    pass(Duration.ofMillis(999));

    assertThat(connection.isValid(PATIENCE)).isTrue();
  }

  @Test
  void whatIdledForASecondIsAsked() throws SQLException {
    pass(Duration.ofSeconds(1));
    assertThat(connection.isValid(PATIENCE)).isTrue();

    endInTheServer();
    pass(Duration.ofSeconds(1));

    assertThat(connection.isValid(PATIENCE)).isFalse();
  }

  @Test
  void whatIsClosedIsNeverWell() throws SQLException {
    connection.close();

    assertThat(connection.isValid(PATIENCE)).isFalse();
  }

  @Test
  void everythingElseIsTheDrivers() throws SQLException {
    assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("SELECT nothing"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("nothing");
    }
  }

  private void pass(Duration time) {
    clock.addAndGet(time.toNanos());
  }

  private void endInTheServer() throws SQLException {
    int session = connection.unwrap(PGConnection.class).getBackendPID();
    try (Connection other = server.getPostgresDatabase().getConnection();
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(" + session + ", 5000)");
    }
  }
}
