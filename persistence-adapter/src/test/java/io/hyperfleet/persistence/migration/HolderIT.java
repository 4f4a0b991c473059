package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.Starters;
import io.hyperfleet.persistence.database.Starters.Started;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.persistence.migration.lock.LockHolder;
import io.hyperfleet.persistence.migration.lock.MigrationLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolderIT {

  private static final String BLOCKER =
      "SELECT pid FROM pg_locks WHERE relation = 'app.fleet'::regclass";

  private final TestDatabase database = TestDatabase.fresh();
  @TempDir private Path folder;

  @Test
  void isShownWithTheStatementOfItsScriptAndWhatThatWaitsFor() throws Exception {
    Scripts scripts = new Scripts(folder).with(1, "fleet", "CREATE TABLE fleet (id integer)");
    migration(scripts).migrate();
    scripts.with(2, "more", "ALTER TABLE fleet ADD more integer");

    try (Connection reader = database.dataSource().getConnection();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.execute("LOCK TABLE app.fleet IN ACCESS SHARE MODE");
      String pid = new Sql(database.dataSource()).column(BLOCKER).get(0);
      Started<MigrationReport> migrator = Starters.start(() -> migration(scripts).migrate());
      MigrationLock lock = migration(scripts).lock();

      Starters.await(() -> waitsFor(lock).equals("Lock:relation of pid " + pid));

      LockHolder.Work work = lock.holder().orElseThrow().work();
      assertThat(work.query()).isEqualTo("ALTER TABLE fleet ADD more integer");
      assertThat(work.since()).matches("\\d{4}-.*");
      reader.commit();
      assertThat(migrator.result().version()).isEqualTo("2");
    }
  }

  private static String waitsFor(MigrationLock lock) {
    return lock.holder().map(holder -> holder.work().waitsFor()).orElse("");
  }

  private SchemaMigration migration(Scripts scripts) {
    return new SchemaMigration(
        database.migrationSource(), "app", Duration.ofMinutes(1), scripts.location());
  }
}
