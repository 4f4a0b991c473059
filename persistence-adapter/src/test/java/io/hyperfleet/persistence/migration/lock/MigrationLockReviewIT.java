package io.hyperfleet.persistence.migration.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.hyperfleet.persistence.database.AdvisoryLocks;
import io.hyperfleet.persistence.database.LogLines;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.Starters;
import io.hyperfleet.persistence.database.StatementLog;
import io.hyperfleet.persistence.database.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The points R1 to R12 of the review of the original, as far as they are not waiting or holding.
 */
class MigrationLockReviewIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final Sql sql = new Sql(database.dataSource());
  private final AdvisoryLocks locks = new AdvisoryLocks(database);

  @ParameterizedTest(name = "R1, R2, N3: nothing is left of a lock that failed at {0}")
  @ValueSource(
      strings = {
        "SET TRANSACTION",
        "pg_try_advisory_xact_lock",
        "application_name",
        "pg_settings",
        "SET LOCAL"
      })
  void failureLeavesNothing(String failing) throws SQLException {
    AtomicReference<Connection> used = new AtomicReference<>();
    DataSource broken =
        source(
            () -> {
              used.set(database.dataSource().getConnection());
              return failing(used.get(), failing);
            });

    assertThatThrownBy(lock(broken)::acquire)
        .isInstanceOf(MigrationLockException.class)
        .hasMessageEndingWith("cut at " + failing);

    assertThat(used.get().isClosed()).isTrue();
    assertThat(locks.granted()).isEmpty();
    assertThatCode(() -> lock(database.dataSource()).acquire().close()).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("R2: nor of one whose time was up")
  void timeoutLeavesNothing() throws Exception {
    AtomicReference<Connection> used = new AtomicReference<>();
    DataSource recorded =
        source(
            () -> {
              used.set(database.dataSource().getConnection());
              return used.get();
            });
    try (LockToken holder = lock(database.dataSource()).acquire()) {
      MigrationLock late =
          new MigrationLock(
              recorded, Duration.ofMillis(20), LockKey.MIGRATIONS, MigrationLockIT.FAST);

      assertThatThrownBy(late::acquire).hasMessageContaining("waited 20 ms");
      holder.ensureHeld();
    }
    assertThat(used.get().isClosed()).isTrue();
    assertThat(locks.granted()).isEmpty();
  }

  @Test
  @DisplayName("R3: a release never fails, also when repeated or when the connection is gone")
  void releaseNeverFails() throws SQLException {
    LockToken token = lock(database.dataSource()).acquire();
    locks.cutHolder();

    assertThatCode(token::close).doesNotThrowAnyException();
    assertThatCode(token::close).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("R3: what the database does not tell of a holder is missing, not a failure")
  void anUnknownHolderIsStillTold() {
    assertThat(
            new LockHolder(
                "1",
                "<missing>",
                "local",
                "<missing>",
                new LockHolder.Work("<missing>", "nothing", " SELECT\n  1 ")))
        .hasToString(
            "pid=1 application_name=<missing> client_addr=local held_since=<missing>"
                + " query_since=<missing> waits_for=nothing query=SELECT 1");
  }

  @Test
  @DisplayName("R4: id and type are constants, and the numbers are made of them")
  void numbersAreHashesOfTheNames() throws SQLException {
    assertThat(LockKey.MIGRATIONS_FIRST).isEqualTo(fnv1a(LockKey.MIGRATIONS_ID));
    assertThat(LockKey.MIGRATIONS_SECOND).isEqualTo(fnv1a(LockKey.MIGRATIONS_TYPE));
    try (LockToken token = lock(database.dataSource()).acquire()) {
      assertThat(token.isOwner()).isTrue();
      assertThat(locks.granted()).containsExactly(MigrationLockIT.NUMBERS);
    }
  }

  @Test
  @DisplayName("R8: no statement more than needed, and the time of the hold is told")
  void statementsOfALock() {
    StatementLog statements = new StatementLog();
    try (LogLines log = new LogLines("io.hyperfleet.persistence.migration.lock")) {
      MigrationLock lock = lock(statements.watch(database.dataSource()));

      LockToken token = lock.acquire();
      lock.acquire().close();
      token.close();

      assertThat(statements.drain())
          .hasSize(6)
          .startsWith(
              StatementLog.BEGIN,
              "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
              "SELECT pg_try_advisory_xact_lock(?, ?)")
          .endsWith("SET LOCAL statement_timeout = 0");
      assertThat(log.containing("INFO Acquired advisory lock"))
          .singleElement(STRING)
          .matches(
              "INFO Acquired advisory lock lock_id=migrations lock_type=Migrations"
                  + " waited_ms=\\d+ tries=1");
      assertThat(log.containing("INFO Released advisory lock").get(0))
          .containsPattern("lock_id=migrations lock_type=Migrations lock_duration_ms=\\d+$");
    }
  }

  @Test
  @DisplayName("R9: a release returns nothing")
  void releaseReturnsNothing() throws NoSuchMethodException {
    assertThat(LockToken.class.getMethod("close").getReturnType()).isEqualTo(void.class);
  }

  @Test
  @DisplayName("MigrationFailureUnderLock, R12: work that fails releases")
  void failedWorkReleases() throws SQLException {
    assertThatThrownBy(this::failUnderLock).hasMessage("failed while true");
    assertThat(locks.granted()).isEmpty();
  }

  private void failUnderLock() {
    try (LockToken token = lock(database.dataSource()).acquire()) {
      throw new IllegalStateException("failed while " + token.isOwner());
    }
  }

  @Test
  @DisplayName("AdvisoryLockFailsWithExistingTransaction: refused, naming both right ways")
  void refusedInATransaction() throws SQLException {
    try (Connection inTransaction = database.dataSource().getConnection()) {
      inTransaction.setAutoCommit(false);

      assertThatThrownBy(lock(source(() -> inTransaction))::acquire)
          .isInstanceOf(MigrationLockException.class)
          .hasMessageContaining("transaction")
          .hasMessageContaining("take the lock first")
          .hasMessageContaining("SELECT ... FOR UPDATE");
      assertThat(locks.granted()).isEmpty();
    }
  }

  @Test
  @DisplayName("RowLevelConcurrency: for rows, their own lock is enough")
  void rowsHaveTheirOwnLock() throws Exception {
    sql.run("CREATE TABLE counter AS SELECT 0 AS value");

    Starters.together(10, this::countRow);

    assertThat(sql.column("SELECT value FROM counter")).containsExactly("10");
  }

  private int countRow() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try (ResultSet row = statement.executeQuery("SELECT value FROM counter FOR UPDATE")) {
        row.next();
        int next = row.getInt(1) + 1;
        statement.executeUpdate("UPDATE counter SET value = " + next);
        connection.commit();
        return next;
      }
    }
  }

  private static MigrationLock lock(DataSource source) {
    return new MigrationLock(
        source, Duration.ofMinutes(1), LockKey.MIGRATIONS, MigrationLockIT.FAST);
  }

  private static int fnv1a(String text) {
    int hash = 0x811c9dc5;
    for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
      hash = (hash ^ octet) * 0x01000193;
    }
    return hash;
  }

  private interface Connections {
    Connection next() throws SQLException;
  }

  private static DataSource source(Connections connections) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (self, method, arguments) -> connections.next());
  }

  /** A connection that breaks down at one statement, without telling the server. */
  private static Connection failing(Connection real, String text) {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                fail((String) arguments[0], text);
              }
              try {
                Object result = method.invoke(real, arguments);
                return method.getName().equals("createStatement")
                    ? failing((Statement) result, text)
                    : result;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  private static Statement failing(Statement real, String text) {
    return (Statement)
        Proxy.newProxyInstance(
            Statement.class.getClassLoader(),
            new Class<?>[] {Statement.class},
            (self, method, arguments) -> {
              if (method.getName().equals("execute")) {
                fail((String) arguments[0], text);
              }
              return method.invoke(real, arguments);
            });
  }

  private static void fail(String sql, String text) throws SQLException {
    if (sql.contains(text)) {
      throw new SQLException("cut at " + text);
    }
  }
}
