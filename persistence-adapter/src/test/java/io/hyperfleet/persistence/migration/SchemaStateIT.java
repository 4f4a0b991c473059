package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.AdvisoryLocks;
import io.hyperfleet.persistence.database.LogLines;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaStateIT {

  private final TestDatabase database = TestDatabase.fresh();
  private final Sql sql = new Sql(database.dataSource());
  @TempDir private Path folder;
  private Scripts scripts;

  @BeforeEach
  void migrateThree() throws IOException {
    scripts =
        new Scripts(folder)
            .with(1, "fleet", "CREATE TABLE fleet (id integer)")
            .with(3, "more", "CREATE TABLE more ()")
            .with(5, "most", "CREATE TABLE most ()");
    migration().migrate();
  }

  @Nested
  class Newer {

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
    void aProgramOfTheReleaseBeforeStartsWithAWarning() throws IOException {
      scripts.without(5, "most");

      MigrationReport report = migration().migrate();

      assertThat(report.scripts()).isEmpty();
      assertThat(report.version()).isEqualTo("5");
      assertThat(report.newer()).extracting(Migration::version).containsExactly("5");
      assertThat(log.containing("WARNING"))
          .containsExactly(
              "WARNING Schema \"app\" is newer than this program, which does not know"
                  + " migration 5 (most)");
      assertThat(log.containing("Acquired")).isEmpty();
    }

    @Test
    void butNotIfWhatItKnowsWasChanged() throws IOException {
      scripts.without(5, "most").with(3, "more", "CREATE TABLE less ()");

      assertRefused("migration 3 (more) was changed after it was applied: restore its file");
    }
  }

  @Nested
  class Refused {

    @Test
    void aChangedFile() throws IOException {
      scripts.with(3, "more", "CREATE TABLE less ()");

      assertRefused("migration 3 (more) was changed after it was applied: restore its file");
    }

    @Test
    void aMissingFile() throws IOException {
      scripts.without(3, "more");

      assertRefused("migration 3 (more) is applied but its file is missing: start a build");
    }

    @Test
    void aFileThatCameLate() throws IOException {
      scripts.with(4, "late", "CREATE TABLE late ()");

      assertRefused("migration 4 (late) was never applied and is older than what is: give it");
    }

    @Test
    void anInvalidIndexThatWasThere() throws SQLException {
      failIndex();

      assertRefused("index app.fleet_idx is invalid, left by a build that failed: drop it");
    }

    @Test
    void aMigrationThatFailedHalfWay() throws SQLException {
      sql.run("UPDATE app.flyway_schema_history SET success = false WHERE version = '5'");

      assertRefused("migration 5 (most) failed half-way: drop what it left, then delete its row");
    }

    @Test
    void aConcurrentBuildThatFailedUntilItsIndexIsDropped() throws IOException, SQLException {
      sql.run("INSERT INTO app.fleet VALUES (1), (1)");
      scripts.with(6, "index", "CREATE UNIQUE INDEX CONCURRENTLY fleet_idx ON fleet (id)");

      assertThatThrownBy(migration()::migrate)
          .isInstanceOf(MigrationFailedException.class)
          .hasMessageStartingWith("migration 6 (index) failed at line 1: ERROR: could not create")
          .hasMessageEndingWith(
              "; it ran outside of a transaction, so look for what it left, an invalid index for"
                  + " one");

      assertRefused("index app.fleet_idx is invalid, left by a build that failed: drop it");

      sql.run("DROP INDEX app.fleet_idx");
      sql.run("DELETE FROM app.fleet");
      assertThat(migration().migrate().version()).isEqualTo("6");
    }

    @Test
    void anInvalidIndexThatAMigrationTookForTheRealOne() throws IOException, SQLException {
      failIndex();
      sql.run("CREATE SCHEMA aside");
      sql.run("ALTER TABLE app.fleet SET SCHEMA aside");
      scripts.with(6, "back", "ALTER TABLE aside.fleet SET SCHEMA app");

      assertRefused("index app.fleet_idx is invalid");
    }

    private void failIndex() throws SQLException {
      sql.run("INSERT INTO app.fleet VALUES (1), (1)");
      assertThatThrownBy(
              () -> sql.run("CREATE UNIQUE INDEX CONCURRENTLY fleet_idx ON app.fleet (id)"))
          .hasMessageContaining("could not create unique");
    }
  }

  @Nested
  class LookedAt {

    @Test
    void aCurrentSchemaIsValid() {
      assertThat(migration().validate().version()).isEqualTo("5");
    }

    @Test
    void whatIsPendingIsNamedWithTheCommandThatAppliesIt() throws IOException, SQLException {
      scripts.with(7, "extra", "CREATE TABLE extra ()");

      assertThatThrownBy(migration()::validate)
          .isInstanceOf(SchemaRefusedException.class)
          .hasMessage("migration 7 (extra) is pending: run hyperfleet-api migrate");
      assertThat(sql.column("SELECT relname FROM pg_class WHERE relname = 'extra'")).isEmpty();
    }

    @Test
    void theHistoryTellsOfEachMigrationWhereItStands() throws IOException {
      scripts
          .with(3, "more", "CREATE TABLE less ()")
          .with(4, "late", "CREATE TABLE late ()")
          .without(5, "most")
          .without(1, "fleet");

      assertThat(migration().history())
          .extracting(each -> each.version() + " " + each.state())
          .containsExactly("1 MISSING", "3 CHANGED", "5 NEWER", "4 LATE");
    }

    @Test
    void theHistoryOfAnEmptyDatabaseIsAllPending() {
      SchemaMigration fresh =
          new SchemaMigration(
              TestDatabase.fresh().migrationSource(),
              "app",
              Duration.ofMinutes(1),
              scripts.location());

      assertThat(fresh.history())
          .hasSize(3)
          .allSatisfy(
              each -> {
                assertThat(each.state()).isEqualTo(Migration.State.PENDING);
                assertThat(each.installedOn()).isEmpty();
              });
    }
  }

  private void assertRefused(String message) {
    assertThatThrownBy(migration()::migrate)
        .isInstanceOf(SchemaRefusedException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("\n");
    assertThat(new AdvisoryLocks(database))
        .satisfies(locks -> assertThat(locks.granted()).isEmpty());
  }

  private SchemaMigration migration() {
    return new SchemaMigration(
        database.migrationSource(), "app", Duration.ofMinutes(1), scripts.location());
  }
}
