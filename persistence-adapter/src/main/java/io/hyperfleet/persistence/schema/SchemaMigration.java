package io.hyperfleet.persistence.schema;

import io.hyperfleet.persistence.schema.lock.LockToken;
import io.hyperfleet.persistence.schema.lock.MigrationLock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;

/**
 * Brings the tables of one schema to what this version needs, creating the schema if need be. Any
 * number of programs may do so at once: the first does the work under {@link MigrationLock}, and
 * who finds nothing to do touches no lock.
 *
 * <p>A schema that a newer program has migrated is accepted, with a warning, as long as every
 * migration that this program knows is applied unchanged: a release is rolled back by starting the
 * one before, which migrations that only add allow for. Refused are a migration changed or missing,
 * one that failed half-way, one numbered below what is applied, and an invalid index.
 *
 * <p>For indexes to be built concurrently, the data source needs {@code preferQueryMode=simple}:
 * Flyway holds a lock of its own in a transaction that would otherwise keep a snapshot.
 */
public final class SchemaMigration {

  private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());
  private static final String SCRIPTS = "classpath:db/migration";

  private final DataSource database;
  private final SchemaName schema;
  private final String scripts;
  private final MigrationLock lock;
  private final IndexCheck indexes;

  public SchemaMigration(DataSource database, String schema) {
    this(database, schema, MigrationLock.DEFAULT_TIMEOUT);
  }

  /**
   * @param lockTimeout the most to wait while another migrates; zero stands for five minutes
   */
  public SchemaMigration(DataSource database, String schema, Duration lockTimeout) {
    this(database, schema, lockTimeout, SCRIPTS);
  }

  /**
   * @param scripts where the migrations are, in the notation of Flyway
   */
  SchemaMigration(DataSource database, String schema, Duration lockTimeout, String scripts) {
    this.database = database;
    this.scripts = scripts;
    this.schema = new SchemaName(schema);
    this.lock = new MigrationLock(database, lockTimeout);
    this.indexes = new IndexCheck(database, this.schema);
  }

  /**
   * Applies what is pending.
   *
   * @throws SchemaRefusedException if the schema is not one to work on
   * @throws io.hyperfleet.persistence.schema.lock.MigrationLockException if another migrates for
   *     longer than the timeout, this thread is interrupted while it waits, or the lock is lost
   * @throws org.flywaydb.core.api.FlywayException if a script fails, which leaves nothing of that
   *     script unless it runs outside of a transaction
   */
  public Outcome migrate() {
    long begin = System.nanoTime();
    SchemaState state = state();
    // Faults are judged under the lock: what looks like one may be another's work in progress.
    Outcome outcome = state.isCurrent() ? accept(state, 0) : migrateLocked();
    LOG.log(
        Level.INFO,
        () ->
            "Migration completed successfully schema="
                + schema.value()
                + " version="
                + outcome.version()
                + " applied="
                + outcome.applied()
                + " duration_ms="
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    return outcome;
  }

  private Outcome migrateLocked() {
    try (LockToken token = lock.acquire()) {
      SchemaState state = state();
      state.refuseFaults();
      if (!state.pending()) {
        return accept(state, 0);
      }
      int applied = flyway(new LockGuard(token)).migrate().migrationsExecuted;
      return accept(state(), applied);
    }
  }

  private Outcome accept(SchemaState state, int applied) {
    state.refuseFaults();
    if (!state.newer().isEmpty()) {
      LOG.log(
          Level.WARNING,
          () ->
              "Schema "
                  + schema.quoted()
                  + " is newer than this program, which does not know "
                  + String.join(", ", state.newer()));
    }
    return new Outcome(applied, state.version());
  }

  private SchemaState state() {
    return SchemaState.of(flyway().info(), indexes.invalidIndexes());
  }

  private Flyway flyway(Callback... callbacks) {
    // The class loader that has this class has the scripts; that of the thread need not.
    return Flyway.configure(SchemaMigration.class.getClassLoader())
        .dataSource(database)
        .defaultSchema(schema.value())
        .locations(scripts)
        .callbacks(callbacks)
        .failOnMissingLocations(true)
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .baselineOnMigrate(false)
        .outOfOrder(false)
        .load();
  }

  /**
   * What a migration did.
   *
   * @param applied how many scripts it ran
   * @param version what the schema is at now
   */
  public record Outcome(int applied, String version) {}
}
