package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.AdvisoryLocks;
import io.hyperfleet.persistence.database.PgBouncer;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.Starters;
import io.hyperfleet.persistence.database.Starters.Started;
import io.hyperfleet.persistence.database.TestDatabase;
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

/** Migrators that reach the database through a pooler in transaction mode. */
@DisplayName("OPS-101: through PgBouncer in transaction mode")
class PgBouncerMigrationIT {

  private static final int GATE = 96;

  private final TestDatabase database = TestDatabase.fresh();
  private final Sql sql = new Sql(database.dataSource());
  private final AdvisoryLocks locks = new AdvisoryLocks(database);
  @TempDir private Path folder;
  private Scripts scripts;
  private PgBouncer pooler;

  @BeforeEach
  void startPooler() throws Exception {
    pooler = PgBouncer.before(database, folder, PgBouncerMigrationIT.class);
    scripts = new Scripts(Files.createDirectory(folder.resolve("scripts")));
  }

  @AfterEach
  void stopPooler() {
    if (pooler != null) {
      pooler.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void anIndexIsBuiltConcurrently(int starters) throws Exception {
    scripts
        .with(1, "fleet", "CREATE TABLE app.fleet (id integer)")
        .with(2, "index", "CREATE INDEX CONCURRENTLY fleet_idx ON app.fleet (id)");

    List<MigrationReport> reports =
        Starters.together(starters, () -> migration(Duration.ofMinutes(1)).migrate());

    assertThat(reports).flatExtracting(MigrationReport::scripts).hasSize(2);
    assertThat(
            sql.column(
                "SELECT indisvalid FROM pg_index WHERE indexrelid = 'app.fleet_idx'::regclass"))
        .containsExactly("t");
    assertThat(locks.granted()).isEmpty();
  }

  @Test
  void theTablesOfThisProgramComeAboutOnce() throws Exception {
    List<MigrationReport> reports =
        Starters.together(8, () -> new SchemaMigration(pooler.migrationSource(), "app").migrate());

    assertThat(reports).flatExtracting(MigrationReport::scripts).hasSize(7);
    assertThat(
            sql.column(
                "SELECT nspname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                    + " WHERE relname = 'clusters'"))
        .containsExactly("app");
    assertThat(locks.granted()).isEmpty();
  }

  @Test
  void theHolderIsNamedAndCanBeEnded() throws Exception {
    scripts.with(1, "one", "SELECT pg_advisory_xact_lock(" + GATE + ")");
    try (Connection gate = locks.shut(GATE)) {
      Started<MigrationReport> holder =
          Starters.start(() -> migration(Duration.ofMinutes(1)).migrate());
      Starters.await(() -> locks.isWaitedFor(GATE));

      assertThatThrownBy(() -> migration(Duration.ofMillis(10)).migrate())
          .hasMessageMatching(
              "waited 10 ms for the migration lock, held by pid=\\d+"
                  + " application_name=hyperfleet-migrator/\\S+/[0-9a-f]{8} client_addr=.*");
      int pid = Integer.parseInt(migration(Duration.ZERO).lock().holder().orElseThrow().pid());
      assertThat(migration(Duration.ZERO).lock().terminate(pid)).contains(pid);

      assertThatThrownBy(holder::result).hasRootCauseInstanceOf(SQLException.class);
      AdvisoryLocks.open(gate, GATE);
    }
    assertThat(migration(Duration.ofMinutes(1)).migrate().scripts()).hasSize(1);
  }

  private SchemaMigration migration(Duration lockTimeout) {
    return new SchemaMigration(pooler.migrationSource(), "app", lockTimeout, scripts.location());
  }
}
