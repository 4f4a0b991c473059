package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.AdvisoryLocks;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.StatementLog;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.persistence.migration.MigrationPlan.Result;
import io.hyperfleet.persistence.migration.MigrationPlan.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be known of a migration without keeping anything of it. */
class MigrationPlanIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final Sql sql = new Sql(database.dataSource());
  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void write() throws IOException {
    scripts = new Scripts(folder).with(1, "fleet", "CREATE TABLE fleet (id integer)");
  }

  @Test
  void pendingScriptsAreTriedOneAfterTheOtherAndNothingIsKept() throws Exception {
    scripts.with(2, "row", "INSERT INTO fleet VALUES (1)");

    MigrationPlan plan = migration().plan();

    assertThat(plan.version()).isEqualTo("none");
    assertThat(plan.fails()).isFalse();
    assertThat(plan.steps()).extracting(Step::version).containsExactly("1", "2");
    assertThat(results(plan)).containsOnly(Result.RUNS);
    assertThat(sql.column("SELECT nspname FROM pg_namespace WHERE nspname = 'app'")).isEmpty();
    assertThat(new AdvisoryLocks(database).granted()).isEmpty();
  }

  @Test
  void aScriptThatWouldFailIsNamedAndThoseBehindItAreNotReached() throws Exception {
    migration().migrate();
    sql.run("INSERT INTO app.fleet VALUES (1), (1)");
    scripts
        .with(2, "note", "CREATE TABLE note ()")
        .with(3, "unique", "\nALTER TABLE fleet ADD UNIQUE (id)")
        .with(4, "last", "CREATE TABLE last ()");

    MigrationPlan plan = migration().plan();

    assertThat(results(plan)).containsExactly(Result.RUNS, Result.FAILS, Result.NOT_REACHED);
    assertThat(plan.fails()).isTrue();
    assertThat(plan.steps().get(1).problem())
        .startsWith("fails at line 2: ERROR: could not create unique index");
    assertThat(sql.column("SELECT relname FROM pg_class WHERE relname IN ('note', 'last')"))
        .isEmpty();
  }

  @Test
  void aScriptOutsideOfATransactionIsListedAndNotTried() throws Exception {
    scripts
        .with(2, "index", "CREATE INDEX CONCURRENTLY fleet_idx ON fleet (id)")
        .with(3, "row", "INSERT INTO fleet VALUES (1)");

    assertThat(results(migration().plan()))
        .containsExactly(Result.RUNS, Result.NOT_DRY_RUNNABLE, Result.RUNS);
  }

  @Test
  void aTableInUseIsNotWaitedForLong() throws Exception {
    migration().migrate();
    scripts.with(2, "more", "ALTER TABLE fleet ADD COLUMN name text");
    try (Connection user = database.dataSource().getConnection();
        Statement statement = user.createStatement()) {
      user.setAutoCommit(false);
      statement.execute("LOCK TABLE app.fleet IN ACCESS SHARE MODE");

      assertThat(migration().plan().steps())
          .singleElement()
          .extracting(Step::problem)
          .asString()
          .contains("canceling statement due to lock timeout");
      user.rollback();
    }
    assertThat(results(migration().plan())).containsExactly(Result.RUNS);
  }

  @Test
  void aCurrentSchemaHasNoStepsAndNeedsNoLock() throws Exception {
    migration().migrate();
    StatementLog statements = new StatementLog();

    MigrationPlan plan = migration(statements.watch(database.migrationSource())).plan();

    assertThat(plan.steps()).isEmpty();
    assertThat(plan.version()).isEqualTo("1");
    assertThat(String.join(" ", statements.drain())).doesNotContain("advisory");
  }

  @Test
  void aFaultIsRefusedBeforeAnythingIsTried() throws Exception {
    migration().migrate();
    scripts.with(1, "fleet", "CREATE TABLE other ()").with(2, "more", "CREATE TABLE more ()");

    assertThatThrownBy(migration()::plan)
        .isInstanceOf(SchemaRefusedException.class)
        .hasMessageStartingWith("migration 1 (fleet) was changed after it was applied");
  }

  @Test
  void theScriptsOfThisProgramCanBeTriedOnAnEmptyDatabase() throws SQLException {
    MigrationPlan plan = new SchemaMigration(database.migrationSource(), "app").plan();

    assertThat(plan.steps()).hasSize(7);
    assertThat(results(plan)).containsOnly(Result.RUNS);
    assertThat(sql.column("SELECT relname FROM pg_class WHERE relname = 'clusters'")).isEmpty();
  }

  private static List<Result> results(MigrationPlan plan) {
    return plan.steps().stream().map(Step::result).toList();
  }

  private SchemaMigration migration() {
    return migration(database.migrationSource());
  }

  private SchemaMigration migration(DataSource source) {
    return new SchemaMigration(source, "app", Duration.ofMinutes(1), scripts.location());
  }
}
