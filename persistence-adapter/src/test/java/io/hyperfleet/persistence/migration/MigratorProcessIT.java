package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.AdvisoryLocks;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.Starters;
import io.hyperfleet.persistence.database.Starters.Started;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.persistence.migration.lock.LockHolder;
import io.hyperfleet.persistence.migration.lock.MigrationLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrators that are programs, and what becomes of the schema when they die. */
class MigratorProcessIT {

  private static final int GATE = 97;
  private static final String SESSIONS =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
          + " AND application_name LIKE 'hyperfleet-migrator/%/%'";

  private final TestDatabase database = TestDatabase.fresh();
  private final Sql sql = new Sql(database.dataSource());
  private final AdvisoryLocks locks = new AdvisoryLocks(database);
  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void makeFolder() throws Exception {
    scripts = new Scripts(Files.createDirectory(folder.resolve("scripts")));
  }

  @Test
  @DisplayName("OPS-083: 12 programs at once run each script once, and one of them at a time")
  void twelveAtOnce() throws Exception {
    String count =
        "INSERT INTO runs SELECT '%s', count(*) FROM pg_locks WHERE locktype = 'advisory'"
            + " AND granted AND classid = 457026696 AND database ="
            + " (SELECT oid FROM pg_database WHERE datname = current_database())";
    scripts
        .with(1, "runs", "CREATE TABLE runs (script text, holders integer)")
        .with(2, "two", count.formatted("two"))
        .with(3, "three", count.formatted("three"));

    List<MigratorProcess> programs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      programs.add(start("program" + i));
    }

    for (MigratorProcess program : programs) {
      assertThat(program.end()).as(program.output()).isZero();
      assertThat(program.output()).contains("Migration completed successfully");
    }
    assertThat(sql.column("SELECT script || ' ' || holders FROM app.runs ORDER BY 1"))
        .containsExactly("three 1", "two 1");
    assertThat(locks.granted()).isEmpty();
  }

  @Test
  @DisplayName("SIGKILL: the statement of the dead ends, nothing of it stays, the next goes on")
  void killedInMidMigration() throws Exception {
    scripts
        .with(1, "one", "CREATE TABLE one ()")
        .with(2, "half", "CREATE TABLE half (); " + pass());
    try (Connection gate = locks.shut(GATE);
        MigratorProcess dead = start("dead")) {
      Starters.await(() -> locks.isWaitedFor(GATE));
      List<String> sessionsOfTheDead = sql.column(SESSIONS);
      Started<MigrationReport> next = Starters.start(() -> migration(1).migrate());

      dead.signal("KILL");

      // The gate is still shut: only the server can have ended what the dead one waits for.
      Starters.await(() -> goneAndFollowed(sessionsOfTheDead));
      AdvisoryLocks.open(gate, GATE);
      assertThat(next.result().scripts())
          .extracting(MigrationReport.Script::version)
          .containsExactly("2");
    }
    assertThat(sql.column("SELECT relname FROM pg_class WHERE relname IN ('one', 'half')"))
        .containsExactlyInAnyOrder("one", "half");
    assertThat(locks.granted()).isEmpty();
  }

  private boolean goneAndFollowed(List<String> sessions) throws SQLException {
    List<String> now = sql.column(SESSIONS);
    return now.stream().noneMatch(sessions::contains) && locks.isWaitedFor(GATE);
  }

  @Test
  @DisplayName("SIGSTOP: waiters give up and name the holder; unlock lets the next one in")
  void stoppedInMidMigration() throws Exception {
    scripts.with(1, "one", "CREATE TABLE one (); " + pass());
    try (Connection gate = locks.shut(GATE);
        MigratorProcess stopped = start("stopped")) {
      Starters.await(() -> locks.isWaitedFor(GATE));
      stopped.signal("STOP");

      LockHolder holder = migration(1).lock().holder().orElseThrow();
      assertThat(holder.application()).matches("hyperfleet-migrator/.+/[0-9a-f]{8}");
      assertThatThrownBy(() -> migration(1).migrate())
          .isInstanceOf(MigrationLockException.class)
          .hasMessageContaining("held by pid=" + holder.pid() + " application_name=hyperfleet");
      assertThat(migration(1).lock().terminate(1)).isEmpty();

      // The lock, Flyway's own, and the script: all three would keep the next one out.
      assertThat(migration(1).lock().terminate(Integer.parseInt(holder.pid()))).hasSize(3);
      AdvisoryLocks.open(gate, GATE);
      assertThat(migration(60).migrate().scripts()).hasSize(1);

      stopped.signal("CONT");
      assertThat(stopped.end()).isNotZero();
    }
    assertThat(migration(1).lock().holder()).isEmpty();
    assertThat(migration(1).validate().version()).isEqualTo("1");
  }

  private MigratorProcess start(String name) throws Exception {
    return MigratorProcess.start(database, scripts, folder.resolve(name + ".log"));
  }

  /** Goes on when the gate opens. */
  private static String pass() {
    return "SELECT pg_advisory_xact_lock(" + GATE + ")";
  }

  private SchemaMigration migration(int seconds) {
    return new SchemaMigration(
        database.migrationSource(), "app", Duration.ofSeconds(seconds), scripts.location());
  }
}
