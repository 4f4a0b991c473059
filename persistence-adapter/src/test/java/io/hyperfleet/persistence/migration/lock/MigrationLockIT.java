package io.hyperfleet.persistence.migration.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.AdvisoryLocks;
import io.hyperfleet.persistence.database.LogLines;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.Starters;
import io.hyperfleet.persistence.database.Starters.Started;
import io.hyperfleet.persistence.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The numbers R1 to R12 are points of the review of the original; names beside them, its tests. */
class MigrationLockIT {

  static final String NUMBERS = "457026696 2800641960";
  static final Pace FAST =
      new Pace(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(100));

  private final TestDatabase database = TestDatabase.fresh();
  private final Sql sql = new Sql(database.dataSource());
  private final AdvisoryLocks locks = new AdvisoryLocks(database);
  private LogLines log;

  @BeforeEach
  void listen() {
    log = new LogLines("io.hyperfleet.persistence.migration.lock");
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Nested
  class Excludes {

    @Test
    @DisplayName("AdvisoryLocksConcurrently, R6, R7: one at a time, whether or not they share it")
    void oneAtATime() throws Exception {
      sql.run("CREATE TABLE gauge AS SELECT 0 AS inside, 0 AS peak, 0 AS done");
      MigrationLock shared = lock(Duration.ofMinutes(1));

      Starters.together(10, () -> count(shared));
      Starters.together(40, () -> count(lock(Duration.ofMinutes(1))));

      assertThat(sql.column("SELECT inside || ' ' || peak || ' ' || done FROM gauge"))
          .containsExactly("0 1 50");
      assertThat(locks.granted()).isEmpty();
    }

    /** Reads and writes in two steps, so that updates get lost if two are inside. */
    private String count(MigrationLock lock) throws SQLException {
      try (LockToken token = lock.acquire()) {
        sql.run("UPDATE gauge SET inside = inside + 1, peak = greatest(peak, inside + 1)");
        String done = sql.column("SELECT done FROM gauge").get(0);
        token.ensureHeld();
        sql.run("UPDATE gauge SET inside = inside - 1, done = ?", Integer.parseInt(done) + 1);
        return done;
      }
    }

    @Test
    @DisplayName("AdvisoryLockBlocking, R10: a waiter is seen to wait, and wins after the release")
    void waiterWinsAfterRelease() throws Exception {
      LockToken holder = lock(Duration.ofMinutes(1)).acquire();
      Started<String> waiter = Starters.start(() -> acquireAndRelease(Duration.ofMinutes(1)));
      Starters.await(() -> !log.containing("Waiting for").isEmpty());
      assertThat(waiter.task().isDone()).isFalse();

      holder.close();

      assertThat(waiter.result()).isEqualTo(NUMBERS);
    }

    @Test
    @DisplayName("the original service keeps us out, and its crash lets us in")
    void crashLetsTheNextIn() throws Exception {
      Connection other = database.dataSource().getConnection();
      other.setAutoCommit(false);
      try (Statement go = other.createStatement()) {
        go.execute("SELECT pg_advisory_xact_lock(457026696, -1494325336)");
      }
      Started<String> waiter = Starters.start(() -> acquireAndRelease(Duration.ofMinutes(1)));
      Starters.await(() -> !log.containing("Waiting for").isEmpty());

      other.abort(Runnable::run);

      assertThat(waiter.result()).isEqualTo(NUMBERS);
    }
  }

  @Nested
  class Waits {

    @Test
    @DisplayName("R5: no longer than the timeout, and then names the holder")
    void timeoutNamesTheHolder() {
      try (LockToken holder = lock(Duration.ofMinutes(1)).acquire()) {
        MigrationLock late = lock(Duration.ofMillis(50));

        assertThatThrownBy(late::acquire)
            .isInstanceOf(MigrationLockException.class)
            .hasMessageMatching(
                "waited 50 ms for the migration lock, held by pid=\\d+"
                    + " application_name=hyperfleet-migrator/\\S+ client_addr=\\S+"
                    + " held_since=\\d{4}-.* query_since=\\d{4}-.* waits_for=idle in transaction"
                    + " query=SET LOCAL statement_timeout = 0");
        assertThatCode(holder::ensureHeld).doesNotThrowAnyException();
      }
    }

    @Test
    @DisplayName("telling again and again whom it waits for and how much time is left")
    void waiterTellsTheHolder() throws Exception {
      LockToken holder = lock(Duration.ofMinutes(1)).acquire();
      Started<String> waiter = Starters.start(() -> acquireAndRelease(Duration.ofMinutes(1)));

      Starters.await(() -> log.containing("Waiting for").size() > 2);
      holder.close();
      waiter.result();

      assertThat(log.containing("Waiting for").get(0))
          .matches(
              "INFO Waiting for advisory lock lock_id=migrations lock_type=Migrations"
                  + " time_left_s=\\d+ held by pid=\\d+ application_name=hyperfleet-migrator/.*");
    }

    @Test
    @DisplayName("AdvisoryLockContextCancellation, R11: until interrupted, and no longer")
    void interruptEndsTheWait() throws Exception {
      try (LockToken holder = lock(Duration.ofMinutes(1)).acquire()) {
        Started<String> waiter = Starters.start(() -> acquireAndRelease(Duration.ofMinutes(1)));
        Starters.await(() -> !log.containing("Waiting for").isEmpty());

        waiter.thread().interrupt();

        assertThatThrownBy(() -> waiter.task().get(2, TimeUnit.SECONDS))
            .isInstanceOf(ExecutionException.class)
            .hasRootCauseMessage("interrupted while waiting for the migration lock");
        holder.ensureHeld();
        assertThat(locks.granted()).containsExactly(NUMBERS);
      }
    }

    @Test
    @DisplayName("five minutes if the timeout is zero, and never a negative time")
    void zeroIsTheDefault() {
      assertThat(MigrationLock.DEFAULT_TIMEOUT).hasSeconds(300);
      assertThatIllegalArgumentException().isThrownBy(() -> lock(Duration.ofMillis(-1)));
      try (LockToken token = lock(Duration.ZERO).acquire()) {
        assertThat(token.isOwner()).isTrue();
      }
    }
  }

  @Nested
  class Holds {

    @Test
    @DisplayName("LocksAndExpectedWaits: nested is free, only the owner releases, ids differ")
    void nestingAndOwnership() throws SQLException {
      MigrationLock lock = lock(Duration.ofMinutes(1));
      LockKey key = new LockKey("other", "Migrations", 1, 2);
      MigrationLock other =
          new MigrationLock(database.dataSource(), Duration.ofMillis(50), key, FAST);

      LockToken outer = lock.acquire();
      LockToken nested = lock.acquire();
      assertThat(nested.isOwner()).isFalse();
      assertThat(locks.granted()).containsExactly(NUMBERS);

      nested.close();
      assertThat(locks.granted()).containsExactly(NUMBERS);

      LockToken foreign = other.acquire();
      assertThat(locks.granted()).containsExactly("1 2", NUMBERS);

      foreign.close();
      foreign.close();
      assertThat(locks.granted()).containsExactly(NUMBERS);
      assertThatCode(nested::ensureHeld).doesNotThrowAnyException();

      outer.close();
      assertThat(locks.granted()).isEmpty();
      assertThatThrownBy(nested::ensureHeld).hasMessageContaining("was released");
    }

    @Test
    @DisplayName("not beyond its connection, which is noticed")
    void cutIsNoticed() throws Exception {
      try (LockToken token = lock(Duration.ofMinutes(1)).acquire()) {
        locks.cutHolder();

        assertThatThrownBy(token::ensureHeld)
            .isInstanceOf(MigrationLockException.class)
            .hasMessageContaining("lost with its connection");
        assertThat(Starters.start(() -> acquireAndRelease(Duration.ofMinutes(1))).result())
            .isEqualTo(NUMBERS);
      }
      assertThat(log.containing("Lost advisory lock")).hasSize(1);
    }

    @Test
    @DisplayName("although the server cuts transactions that idle")
    void idleTimeoutDoesNotCut() throws Exception {
      setDefault("idle_in_transaction_session_timeout = '200ms'");
      try (LockToken token = lock(Duration.ofMinutes(1)).acquire();
          Connection canary = locks.idle(99)) {
        Starters.await(() -> !locks.granted().contains("0 99"));

        assertThatCode(token::ensureHeld).doesNotThrowAnyException();
        assertThat(canary.isValid(1)).isFalse();
      }
    }

    @Test
    @DisplayName(
        "without keeping an index from being built, nor do waiters, whatever the isolation")
    void concurrentIndexIsBuilt() throws SQLException {
      sql.run("CREATE TABLE fleet (id integer)");
      setDefault("default_transaction_isolation = 'repeatable read'");
      setDefault("statement_timeout = '20s'");
      try (LockToken token = lock(Duration.ofMinutes(1)).acquire()) {
        token.ensureHeld();
        LockSession waiter = LockSession.open(database.dataSource());
        assertThat(waiter.tryLock(LockKey.MIGRATIONS)).isFalse();

        assertThatCode(() -> sql.run("CREATE INDEX CONCURRENTLY fleet_idx ON fleet (id)"))
            .doesNotThrowAnyException();
        token.ensureHeld();
        waiter.end();
      }
    }

    private void setDefault(String setting) throws SQLException {
      sql.run("ALTER DATABASE \"" + database.name() + "\" SET " + setting);
    }
  }

  private MigrationLock lock(Duration timeout) {
    return new MigrationLock(database.dataSource(), timeout, LockKey.MIGRATIONS, FAST);
  }

  private String acquireAndRelease(Duration timeout) throws SQLException {
    try (LockToken token = lock(timeout).acquire()) {
      token.ensureHeld();
      return String.join(", ", locks.granted());
    }
  }
}
