package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.AdvisoryLocks;
import io.hyperfleet.persistence.database.LogLines;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.Starters;
import io.hyperfleet.persistence.database.Starters.Started;
import io.hyperfleet.persistence.database.StatementLog;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.persistence.migration.lock.MigrationLockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrentMigrationIT {

  private static final int GATE = 98;
  private static final int CANARY = 99;

  private final TestDatabase database = TestDatabase.fresh();
  private final Sql sql = new Sql(database.dataSource());
  private final AdvisoryLocks locks = new AdvisoryLocks(database);
  @TempDir private Path folder;
  private LogLines log;

  @BeforeEach
  void listen() {
    log = new LogLines("io.hyperfleet.persistence.migration");
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  @DisplayName("ConcurrentMigrations: 50 starters on an empty database run each script once")
  void fiftyOnAnEmptyDatabase() throws Exception {
    String count =
        "INSERT INTO runs VALUES ('%s', (SELECT count(*) FROM pg_locks l WHERE"
            + " l.locktype = 'advisory' AND l.granted AND l.classid = 457026696 AND l.database ="
            + " (SELECT oid FROM pg_database WHERE datname = current_database())))";
    Scripts scripts =
        scripts("all")
            .with(1, "runs", "CREATE TABLE runs (script text, holders integer)")
            .with(2, "two", count.formatted("two"))
            .with(3, "three", count.formatted("three"));

    List<MigrationReport> reports = Starters.together(50, () -> migration(scripts).migrate());

    assertThat(sql.column("SELECT script || ' ' || holders FROM app.runs ORDER BY 1"))
        .containsExactly("three 1", "two 1");
    assertThat(reports).flatExtracting(MigrationReport::scripts).hasSize(3);
    assertThat(reports).extracting(MigrationReport::version).containsOnly("3");
    assertThat(reports).extracting(MigrationReport::pending).containsOnly(0);
    assertThat(log.containing("Migration completed successfully")).hasSize(50);
    assertThat(locks.granted()).isEmpty();
  }

  @Test
  @DisplayName("50 starters with nothing pending take no lock, neither ours nor Flyway's")
  void fiftyWithNothingPending() throws Exception {
    Scripts scripts = scripts("all").with(1, "one", "CREATE TABLE one ()");
    migration(scripts).migrate();
    long acquired = log.containing("Acquired advisory lock").size();

    List<String> statements = Starters.together(50, () -> statementsOf(scripts));

    assertThat(statements)
        .allSatisfy(
            text -> assertThat(text).contains("flyway_schema_history").doesNotContain("advisory"));
    assertThat(log.containing("Acquired advisory lock")).hasSize((int) acquired);
  }

  private String statementsOf(Scripts scripts) {
    StatementLog statements = new StatementLog();
    new SchemaMigration(
            statements.watch(database.migrationSource()),
            "app",
            Duration.ofMinutes(1),
            scripts.location())
        .migrate();
    return String.join("\n", statements.drain());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void anIndexIsBuiltConcurrentlyByOneOfAll(int starters) throws Exception {
    Scripts scripts =
        scripts("all")
            .with(1, "fleet", "CREATE TABLE fleet (id integer)")
            .with(2, "index", "CREATE INDEX CONCURRENTLY fleet_idx ON fleet (id)");

    Starters.together(starters, () -> migration(scripts).migrate());

    assertThat(
            sql.column(
                "SELECT indisvalid FROM pg_index WHERE indexrelid = 'app.fleet_idx'::regclass"))
        .containsExactly("t");
    assertThat(locks.granted()).isEmpty();
  }

  @Test
  @DisplayName("MigrationFailureUnderLock, R12: a migration that fails lets the next one in")
  void failureLetsTheNextIn() throws Exception {
    Scripts bad =
        scripts("bad").with(1, "one", "CREATE TABLE half (); " + pass(GATE) + "; SELECT 1 / 0");
    Scripts good = scripts("good").with(1, "one", "CREATE TABLE whole ()");

    Started<MigrationReport> first;
    Started<MigrationReport> second;
    try (Connection gate = locks.shut(GATE)) {
      first = Starters.start(() -> migration(bad).migrate());
      Starters.await(() -> locks.isWaitedFor(GATE));
      second = Starters.start(() -> migration(good).migrate());
      Starters.await(() -> !log.containing("Waiting for advisory lock").isEmpty());
      assertThat(gate.isClosed()).isFalse();
    }

    assertThatThrownBy(first::result)
        .hasRootCauseInstanceOf(SQLException.class)
        .cause()
        .isInstanceOf(MigrationFailedException.class)
        .hasMessage(
            "migration 1 (one) failed at line 1: ERROR: division by zero; nothing of it was kept");
    assertThat(second.result().scripts()).hasSize(1);
    assertThat(sql.column("SELECT relname FROM pg_class WHERE relname IN ('half', 'whole')"))
        .containsExactly("whole");
  }

  @Test
  void aScriptThatLostItsLockIsUndone() throws Exception {
    Scripts scripts =
        scripts("all")
            .with(1, "one", "CREATE TABLE one (); " + pass(GATE))
            .with(2, "two", "CREATE TABLE two ()");

    Started<MigrationReport> migration;
    try (Connection gate = locks.shut(GATE)) {
      migration = Starters.start(() -> migration(scripts).migrate());
      Starters.await(() -> locks.isWaitedFor(GATE));
      locks.cutHolder();
      assertThat(gate.isClosed()).isFalse();
    }

    assertThatThrownBy(migration::result)
        .cause()
        .isInstanceOf(MigrationLockException.class)
        .hasMessageStartingWith("the migration lock was lost with its connection");
    assertThat(sql.column("SELECT relname FROM pg_class WHERE relname IN ('one', 'two')"))
        .isEmpty();
    assertThat(migration(scripts).migrate().scripts()).hasSize(2);
  }

  @Test
  void aLongScriptOutlivesATimeoutOnIdleTransactions() throws Exception {
    Scripts scripts = scripts("all").with(1, "one", pass(GATE) + "; " + pass(CANARY));
    sql.run(
        "ALTER DATABASE \""
            + database.name()
            + "\" SET idle_in_transaction_session_timeout = '1s'");

    Started<MigrationReport> migration;
    try (Connection gate = locks.shut(GATE)) {
      migration = Starters.start(() -> migration(scripts).migrate());
      Starters.await(() -> locks.isWaitedFor(GATE));
      // Begins to idle after all others, and is cut: then all others would have been.
      try (Connection canary = locks.idle(CANARY)) {
        AdvisoryLocks.open(gate, GATE);
        assertThat(migration.result().scripts()).hasSize(1);
        assertThat(canary.isValid(1)).isFalse();
      }
    }
  }

  /** Goes on when the gate opens. */
  private static String pass(int gate) {
    return "SELECT pg_advisory_xact_lock(" + gate + ")";
  }

  private Scripts scripts(String name) throws IOException {
    return new Scripts(Files.createDirectory(folder.resolve(name)));
  }

  private SchemaMigration migration(Scripts scripts) {
    return new SchemaMigration(
        database.migrationSource(), "app", Duration.ofMinutes(1), scripts.location());
  }
}
