package io.hyperfleet.server.launcher;

import io.hyperfleet.cel.CelConditionExpressions;
import io.hyperfleet.server.build.BuildStamp;
import io.hyperfleet.server.configuration.Configuration;
import io.hyperfleet.server.configuration.ConfigurationResolver;
import io.hyperfleet.server.configuration.Settings;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Runs the server until a signal, and everything it needs around it. */
final class Serve {

  private static final String DATA_DIR_VARIABLE = "HYPERFLEET_DATA_DIR";

  /** Set as long as the application need not try to connect: it would be refused. */
  private static final String DATABASE_IS_STARTING = "hyperfleet.derived.database.starting";

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration WATCH = Duration.ofSeconds(1);
  private static final Duration DEPLOYMENT = Duration.ofSeconds(30);

  private final BuildStamp build = BuildStamp.read();
  private final Map<String, String> environment;
  private final Installation installation;
  private final Console console;
  private final PrintStream err;

  private volatile Optional<EmbeddedDatabase> database = Optional.empty();
  private volatile Optional<ApplicationState> application = Optional.empty();
  private LibertyServer server;

  Serve(
      Map<String, String> environment,
      Installation installation,
      PrintStream out,
      PrintStream err) {
    this.environment = environment;
    this.installation = installation;
    this.console = new Console(out, Clock.system(ZoneId.systemDefault()));
    this.err = err;
  }

  /** Answers the exit code, once it was told to stop. */
  int run(Map<String, String> flags) {
    Optional<LastWords> lastWords = LastWords.keep(this::state, console::warn);
    try {
      runUntilStopped(flags);
    } catch (Failure e) {
      if (server != null && server.isRunning()) {
        // What did not stop in time would keep the process waiting for longer.
        err.println("hyperfleet-api: " + e.getMessage());
        halt(e.exitCode());
      }
      throw e;
    } finally {
      lastWords.ifPresent(LastWords::close);
    }
    console.info("Graceful shutdown completed");
    return 0;
  }

  private void runUntilStopped(Map<String, String> flags) {
    Configuration configuration =
        new ConfigurationResolver(
                environment,
                ConfigurationResolver.USUAL_FILES,
                Settings.ALL,
                new CelConditionExpressions())
            .resolve(flags);
    configuration.warnings().forEach(console::warn);
    try (DataDirectory data = DataDirectory.lock(dataDirectory(flags));
        ShutdownSequence shutdown = ShutdownSequence.alsoOnExit(console::info)) {
      listeners(configuration).forEach(Listener::checkThatItCanBeBound);
      StopSignals signals = new StopSignals(this::announceStop, this::halt);
      signals.listen();
      console.info("Starting HyperFleet API " + build.version());
      console.takeOver();
      warnOfOpenDoors(configuration);
      serve(withDatabase(configuration, data, shutdown), data, shutdown, signals);
    }
  }

  private void serve(
      Configuration configuration,
      DataDirectory data,
      ShutdownSequence shutdown,
      StopSignals signals) {
    server = LibertyServer.at(PlainPath.of(installation.liberty()), data.server());
    shutdown.add("server", server::stop);
    ConfigurationText.summary(configuration).forEach(console::info);
    Properties settings = settings(configuration);
    settings.putAll(
        new ListenerIdentities(data.tls()).write(configuration, listeners(configuration)));
    Duration drain = configuration.duration("health.shutdown_timeout");
    if (comesUp(settings, drain, shutdown, signals)) {
      announceReady(listeners(configuration));
      waitForSignal(signals);
    }
  }

  private boolean comesUp(
      Properties settings, Duration drain, ShutdownSequence shutdown, StopSignals signals) {
    Progress progress = Progress.of("start", console::info);
    try {
      server.start(settings);
      ApplicationState started = ApplicationState.ofThisProcess();
      application = Optional.of(started);
      shutdown.add("requests", new Drain(started, drain)::run);
      return becomesReady(started, signals);
    } finally {
      progress.close();
    }
  }

  private Properties settings(Configuration configuration) {
    Properties settings = configuration.asProperties();
    settings.putAll(PoolVariables.of(configuration));
    settings.putAll(new PasswordFiles(environment).of(configuration));
    return settings;
  }

  private Configuration withDatabase(
      Configuration configuration, DataDirectory data, ShutdownSequence shutdown) {
    if (configuration.databaseIsConfigured()) {
      return configuration;
    }
    if (!EmbeddedDatabase.isInstalled()) {
      throw new Failure(
          "no database is configured, and this installation brings none for development;"
              + " set DATABASE_URL or the keys under database");
    }
    if (EmbeddedDatabase.stopLeftover(data.postgres())) {
      console.info("Stopped the development database that an earlier run had left behind");
    }
    System.setProperty(DATABASE_IS_STARTING, "true");
    EmbeddedDatabase started =
        EmbeddedDatabase.start(
            data.postgres(), build.postgres(), () -> System.clearProperty(DATABASE_IS_STARTING));
    database = Optional.of(started);
    shutdown.add("development-database", started::stop);
    Map<String, String> settings = started.settings();
    console.info(
        ("No database is configured: this development PostgreSQL listens on localhost:%s, keeps its"
                + " data in %s, and its authentication is off. Configure a database to turn it off.")
            .formatted(settings.get("database.port"), data.postgres()));
    return configuration.with(settings);
  }

  /** False if a signal came first. */
  private boolean becomesReady(ApplicationState application, StopSignals signals) {
    long deadline = System.nanoTime() + DEPLOYMENT.toNanos();
    while (!signals.await(POLL)) {
      database.ifPresent(EmbeddedDatabase::checkStart);
      Optional<String> phase = application.phase();
      if (phase.filter("ready"::equals).isPresent()) {
        return true;
      }
      if (phase.filter("failed"::equals).isPresent()) {
        throw new Failure(application.failure());
      }
      boolean tooLate = phase.isEmpty() && System.nanoTime() > deadline;
      if (tooLate || !server.isRunning()) {
        throw new Failure("the application did not start (see %s)".formatted(server.log()));
      }
    }
    return false;
  }

  private void waitForSignal(StopSignals signals) {
    Optional<Revival> revival = database.map(it -> new Revival(it, console, signals));
    while (!signals.await(WATCH)) {
      revival.ifPresent(Revival::check);
      if (!server.isRunning()) {
        throw new Failure("the server stopped by itself (see %s)".formatted(server.log()));
      }
    }
  }

  /** What the program is at. */
  private String state() {
    Runtime java = Runtime.getRuntime();
    return "requests=[%s] memory_taken_bytes=%d heap_used_bytes=%d heap_bytes=%d"
        .formatted(
            application.map(ApplicationState::requestsUnderWay).orElse("starting"),
            application.map(ApplicationState::memoryTaken).orElse(0L),
            java.totalMemory() - java.freeMemory(),
            java.maxMemory());
  }

  private void announceReady(List<Listener> listeners) {
    double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
    console.info(
        String.format(
            Locale.ROOT, "HyperFleet API %s is ready (%.1f s)", build.version(), seconds));
    console.info("  API      " + listeners.get(0).url("/api/hyperfleet"));
    console.info("  Health   " + listeners.get(1).url("/readyz"));
    console.info("  Metrics  " + listeners.get(2).url("/metrics"));
    console.info("Ctrl-C or SIGTERM stops it.");
  }

  private void warnOfOpenDoors(Configuration configuration) {
    if (!configuration.isOn("server.jwt.enabled")) {
      console.warn(
          "server.jwt.enabled is false: callers are not authenticated, so keep the API behind what"
              + " does that");
    }
  }

  private void announceStop(String signal) {
    console.info(signal + ": stopping; a second one stops at once");
  }

  private void halt(int exitCode) {
    database.ifPresent(EmbeddedDatabase::requestStop);
    Runtime.getRuntime().halt(exitCode);
  }

  private static List<Listener> listeners(Configuration configuration) {
    return List.of(
        Listener.of(configuration, "server"),
        Listener.of(configuration, "health"),
        Listener.of(configuration, "metrics"));
  }

  private Path dataDirectory(Map<String, String> flags) {
    String chosen =
        flags.getOrDefault(Flag.DATA_DIR.name(), environment.getOrDefault(DATA_DIR_VARIABLE, ""));
    return chosen.isEmpty() ? installation.data() : Path.of(chosen);
  }
}
