package io.hyperfleet.persistence.migration;

import io.hyperfleet.persistence.migration.lock.LockFigures;
import io.hyperfleet.persistence.migration.lock.LockToken;
import io.hyperfleet.persistence.migration.lock.MigrationLock;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;

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
  private final SchemaRights rights;

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
    this.rights = new SchemaRights(database, this.schema);
  }

  /**
   * Applies what is pending.
   *
   * @throws SchemaRefusedException if the schema is not one to work on
   * @throws MigrationFailedException if a script fails, which leaves nothing of that script unless
   *     it runs outside of a transaction
   * @throws io.hyperfleet.persistence.migration.lock.MigrationLockException if another migrates for
   *     longer than the timeout, this thread is interrupted while it waits, or the lock is lost
   */
  public MigrationReport migrate() {
    long begin = System.nanoTime();
    Optional<String> current = currentVersion();
    MigrationReport report = current.isPresent() ? unchanged(current.get(), begin) : migrate(begin);
    LOG.log(
        Level.INFO,
        "Migration completed successfully schema={0} version={1} applied={2,number,#}"
            + " duration_ms={3,number,#}",
        schema.value(),
        report.version(),
        report.scripts().size(),
        report.took().toMillis());
    return report;
  }

  private MigrationReport migrate(long begin) {
    SchemaState state = state();
    if (state.isCurrent()) {
      return accept(state, List.of(), LockFigures.NONE, begin);
    }
    rights.needToCreate();
    rights.needOwnSchema();
    // Faults are judged under the lock: what looks like one may be another's work in progress.
    return migrateLocked(begin);
  }

  /**
   * Looks whether the schema is what this version needs, and changes nothing.
   *
   * @throws SchemaRefusedException if anything is pending, or has to be mended
   */
  public MigrationReport validate() {
    long begin = System.nanoTime();
    Optional<String> current = currentVersion();
    if (current.isPresent()) {
      return unchanged(current.get(), begin);
    }
    rights.needToRead();
    SchemaState state = state();
    state.refusePending();
    return accept(state, List.of(), LockFigures.NONE, begin);
  }

  /** What was applied, in that order, then what was not. */
  public List<Migration> history() {
    rights.needToRead();
    return state().migrations();
  }

  /**
   * Runs what is pending in one transaction and takes it all back. Scripts lock what they change
   * for as long as that lasts, and it waits for no lock of others longer than some seconds.
   *
   * @throws SchemaRefusedException if the schema is not one to work on
   */
  public MigrationPlan plan() {
    SchemaState state = state();
    if (state.isCurrent()) {
      return new MigrationPlan(schema.value(), state.version(), List.of());
    }
    rights.needToCreate();
    rights.needOwnSchema();
    try (LockToken token = lock.acquire()) {
      SchemaState locked = state();
      locked.refuseFaults();
      MigrationPlan plan =
          new MigrationPlan(
              schema.value(),
              locked.version(),
              new DryRun(database, schema).run(flyway(), token.holder()));
      token.ensureHeld();
      return plan;
    }
  }

  /** What keeps all other migrators of the database out while this one works. */
  public MigrationLock lock() {
    return lock;
  }

  /** Only of the scripts that this program brings. */
  private Optional<String> currentVersion() {
    return scripts.equals(SCRIPTS)
        ? new CurrentSchemaCheck(database, schema)
            .currentVersion()
            .filter(version -> indexes.invalidIndexes().isEmpty())
        : Optional.empty();
  }

  private MigrationReport unchanged(String version, long begin) {
    return new MigrationReport(
        schema.value(),
        version,
        List.of(),
        0,
        List.of(),
        LockFigures.NONE,
        Duration.ofNanos(System.nanoTime() - begin));
  }

  private MigrationReport migrateLocked(long begin) {
    LockToken token = lock.acquire();
    List<MigrationReport.Script> scripts;
    SchemaState state;
    try (token) {
      state = state();
      state.refuseFaults();
      scripts = state.pending() ? run(new LockGuard(token)) : List.of();
      state = scripts.isEmpty() ? state : state();
    }
    return accept(state, scripts, token.figures(), begin);
  }

  private List<MigrationReport.Script> run(LockGuard guard) {
    try {
      return flyway(guard).migrate().migrations.stream()
          .map(
              each ->
                  new MigrationReport.Script(
                      each.version, each.description, Duration.ofMillis(each.executionTime)))
          .toList();
    } catch (FlywayException failure) {
      throw ScriptFailure.of(failure, guard.running());
    }
  }

  private MigrationReport accept(
      SchemaState state, List<MigrationReport.Script> scripts, LockFigures lock, long begin) {
    state.refuseFaults();
    List<Migration> newer = state.in(Migration.State.NEWER);
    if (!newer.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Schema {0} is newer than this program, which does not know {1}",
          schema.quoted(),
          newer.stream().map(Migration::named).collect(Collectors.joining(", ")));
    }
    return new MigrationReport(
        schema.value(),
        state.version(),
        scripts,
        state.in(Migration.State.PENDING).size(),
        newer,
        lock,
        Duration.ofNanos(System.nanoTime() - begin));
  }

  /** Flyway takes a schema that it may not look into for an empty one. */
  private SchemaState state() {
    try {
      return SchemaState.of(flyway().info(), indexes.invalidIndexes());
    } catch (FlywayException failure) {
      throw new MigrationFailedException(
          "the history of schema "
              + schema.value()
              + " cannot be read"
              + ScriptFailure.reason(failure),
          failure);
    }
  }

  private Flyway flyway(Callback... callbacks) {
    // The class loader that has this class has the scripts; that of the thread need not.
    FluentConfiguration configuration =
        Flyway.configure(SchemaMigration.class.getClassLoader())
            .dataSource(database)
            .defaultSchema(schema.value())
            .locations(scripts)
            .callbacks(callbacks)
            .failOnMissingLocations(true)
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            .baselineOnMigrate(false)
            .outOfOrder(false);
    if (scripts.equals(SCRIPTS)) {
      configuration
          .resourceProvider(new PackagedScripts())
          .javaMigrationClassProvider(() -> List.of());
    }
    return configuration.load();
  }
}
