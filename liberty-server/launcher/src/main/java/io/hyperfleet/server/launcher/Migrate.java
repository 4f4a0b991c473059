package io.hyperfleet.server.launcher;

import io.hyperfleet.cel.CelConditionExpressions;
import io.hyperfleet.persistence.migration.MigrationFailedException;
import io.hyperfleet.persistence.migration.SchemaMigration;
import io.hyperfleet.persistence.migration.SchemaRefusedException;
import io.hyperfleet.persistence.migration.lock.LockHolder;
import io.hyperfleet.persistence.migration.lock.MigrationLockException;
import io.hyperfleet.server.configuration.Configuration;
import io.hyperfleet.server.configuration.ConfigurationResolver;
import io.hyperfleet.server.configuration.Settings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** The commands on the tables: the same code that runs when the server starts, without it. */
final class Migrate {

  private static final String TIMEOUT = "database.migration.timeout";
  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  Migrate(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /** Answers the exit code: 0 if the tables are, or would be, as this version needs them. */
  int run(Command command, Map<String, String> flags) {
    MigrationOutput output = MigrationOutput.named(flags.get(Flag.OUTPUT.name()), command, out);
    try {
      return run(command, flags, output);
    } catch (SchemaRefusedException | MigrationLockException | MigrationFailedException e) {
      output.failure(e);
      throw new Failure(e.getMessage(), e);
    } catch (RuntimeException e) {
      output.failure(e);
      throw e;
    }
  }

  private int run(Command command, Map<String, String> flags, MigrationOutput output) {
    Optional<Integer> doomed = doomed(command, flags);
    Configuration configuration =
        new ConfigurationResolver(
                environment,
                ConfigurationResolver.USUAL_FILES,
                Settings.ALL,
                new CelConditionExpressions())
            .resolve(flags, command::needs);
    configuration.warnings().forEach(warning -> err.println("hyperfleet-api: warning: " + warning));
    ConsoleLog.install(err, configuration.forServer("logging.level"));
    return bounded(
            configuration, () -> new Work(migration(configuration), output, doomed).of(command))
        .get();
  }

  private static Optional<Integer> doomed(Command command, Map<String, String> flags) {
    String pid = flags.get(Flag.TERMINATE.name());
    if (pid == null) {
      return Optional.empty();
    }
    if (!pid.matches("[1-9][0-9]{0,8}")) {
      throw Failure.usage(command.words(), "--terminate needs the number of a process");
    }
    return Optional.of(Integer.parseInt(pid));
  }

  private static SchemaMigration migration(Configuration configuration) {
    if (!configuration.databaseIsConfigured()) {
      throw new Failure(
          "no database is configured; set DATABASE_URL or the keys under database (the one that"
              + " serve brings for development is migrated by serve)");
    }
    MigrationDatabase database = new MigrationDatabase(configuration);
    database.awaitAnswer();
    return new SchemaMigration(
        database.source(),
        configuration.text("database.schema"),
        configuration.duration("database.pool.advisory_lock_timeout"));
  }

  /** Beyond the limit the process ends, and the server ends with it what it was doing for it. */
  private static <T> T bounded(Configuration configuration, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Duration limit = configuration.duration(TIMEOUT);
    if (limit.isZero()) {
      limit = FOREVER;
    }
    Thread worker = new Thread(task, "migrate");
    worker.setDaemon(true);
    worker.start();
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new Failure(
          "not done within the %s of %s; what was running is rolled back"
              .formatted(configuration.text(TIMEOUT), TIMEOUT),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    }
  }

  /** One command on a database that answers. */
  private record Work(SchemaMigration migration, MigrationOutput output, Optional<Integer> doomed) {

    /** Answers what is left to do in the time of the caller: to tell the outcome. */
    Supplier<Integer> of(Command command) {
      return switch (command) {
        case MIGRATE -> tell(migration.migrate(), output::migrated);
        case MIGRATE_INFO -> tell(migration.history(), output::history);
        case MIGRATE_VALIDATE -> tell(migration.validate(), output::valid);
        case MIGRATE_PLAN -> tell(migration.plan(), output::plan);
        case MIGRATE_UNLOCK -> unlock();
        default -> throw new IllegalArgumentException(command.words());
      };
    }

    private Supplier<Integer> unlock() {
      Optional<LockHolder> holder = migration.lock().holder();
      return doomed
          .map(
              pid ->
                  tell(migration.lock().terminate(pid), it -> output.terminated(pid, holder, it)))
          .orElseGet(() -> tell(holder, output::holder));
    }

    private static <T> Supplier<Integer> tell(T outcome, Function<T, Integer> words) {
      return () -> words.apply(outcome);
    }
  }
}
