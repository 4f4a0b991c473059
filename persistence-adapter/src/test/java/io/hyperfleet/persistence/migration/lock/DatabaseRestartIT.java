package io.hyperfleet.persistence.migration.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.LogLines;
import io.hyperfleet.persistence.database.Starters;
import io.hyperfleet.persistence.database.Starters.Started;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A server of its own, because all others are shared. */
class DatabaseRestartIT {

  private static final String AWAY = "Lost the database while waiting for advisory lock";

  @TempDir private Path folder;
  private final int port = freePort();

  @Test
  @DisplayName("a database that restarts while somebody waits is waited for as well")
  void restartWhileWaiting() throws Exception {
    try (LogLines log = new LogLines("io.hyperfleet.persistence.migration.lock")) {
      Started<Integer> waiter;
      Connection holder;
      try (EmbeddedPostgres postgres = start()) {
        holder = hold();
        waiter = Starters.start(() -> tries(Duration.ofMinutes(1)));
        Starters.await(() -> !log.containing("Waiting for advisory lock").isEmpty());
        assertThat(postgres.getPort()).isEqualTo(port);
      }
      assertThat(holder.isValid(1)).isFalse();
      Starters.await(() -> !log.containing(AWAY).isEmpty());
      try (EmbeddedPostgres again = start()) {
        assertThat(waiter.result()).isGreaterThan(1);
        assertThat(again.getPort()).isEqualTo(port);
      }
    }
  }

  @Test
  @DisplayName("but not for longer than for the lock")
  void goneForGood() {
    assertThatThrownBy(() -> tries(Duration.ofMillis(300)))
        .isInstanceOf(MigrationLockException.class)
        .hasMessageStartingWith("waited 300 ms for the migration lock, and the database is away: ");
  }

  private int tries(Duration timeout) {
    MigrationLock lock =
        new MigrationLock(database(), timeout, LockKey.MIGRATIONS, MigrationLockIT.FAST);
    try (LockToken token = lock.acquire()) {
      token.ensureHeld();
      return token.figures().tries();
    }
  }

  private Connection hold() throws Exception {
    Connection connection = database().getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(457026696, -1494325336)");
    }
    return connection;
  }

  private DataSource database() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres");
    return source;
  }

  private EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .start();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
