package io.hyperfleet.server.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** A real PostgreSQL for development, whose data outlives the program. */
final class EmbeddedDatabase {

  private static final String NAME = "hyperfleet";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final Path log;
  private final Postmaster postmaster;
  private final int port;
  private final LastWill lastWill;
  private volatile CompletableFuture<EmbeddedPostgres> started;

  private EmbeddedDatabase(Path directory, int port, Runnable whenUp) {
    this.directory = directory;
    this.log = directory.resolveSibling("postgres.log");
    this.postmaster = new Postmaster(directory);
    this.port = port;
    this.lastWill = postmaster.stopWhenThisProcessIsGone();
    this.started = begin(whenUp);
  }

  private CompletableFuture<EmbeddedPostgres> begin(Runnable whenUp) {
    return CompletableFuture.supplyAsync(
        () -> comeUp(whenUp), work -> new Thread(work, "development-database").start());
  }

  /** Images for production leave the libraries out, so that nothing can run on it by mistake. */
  static boolean isInstalled() {
    try {
      Class.forName("io.zonky.test.db.postgres.embedded.EmbeddedPostgres");
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Whether a database was still running, because the program that owned it was killed. */
  static boolean stopLeftover(Path directory) {
    try {
      return new Postmaster(directory).clearLeftovers();
    } catch (IOException e) {
      throw new Failure("the development database of an earlier run does not stop", e);
    }
  }

  /**
   * Starts it beside whatever the caller goes on with, on the data of last time if there is any.
   *
   * @param version of the PostgreSQL that comes with this program
   * @param whenUp run as soon as it can be used; never, if its start fails
   */
  static EmbeddedDatabase start(Path directory, String version, Runnable whenUp) {
    checkVersion(directory, version);
    checkUser();
    return new EmbeddedDatabase(directory, freePort(), whenUp);
  }

  private EmbeddedPostgres comeUp(Runnable whenUp) {
    try {
      keepOnlyThePrevious(log);
      EmbeddedPostgres postgres = builder().start();
      createDatabase(postgres);
      whenUp.run();
      return postgres;
    } catch (IOException | SQLException | RuntimeException | Error e) {
      stopHalfStarted(postmaster, e);
      throw new Failure(
          "the development database did not start: %s (see %s)".formatted(words(log), log), e);
    }
  }

  /** Fails if its start has failed. */
  void checkStart() {
    if (started.isCompletedExceptionally()) {
      awaitUp();
    }
  }

  /** Fails if its start does. */
  EmbeddedPostgres awaitUp() {
    try {
      return started.join();
    } catch (CompletionException e) {
      throw (Failure) e.getCause();
    }
  }

  /** Whether anybody listens. Only asks once it is up. */
  boolean isAlive() {
    try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return probe.isConnected();
    } catch (IOException nobody) {
      return false;
    }
  }

  /** Brings one that has died up again, on the same port and data, and fails if that fails. */
  void restart() {
    try {
      if (!started.isCompletedExceptionally()) {
        awaitUp().close();
      }
      postmaster.clearLeftovers();
      // The library forgets to give its lock back when a start fails.
      Files.deleteIfExists(directory.resolve("epg-lock"));
    } catch (IOException e) {
      throw new Failure("the development database did not start again: " + e.getMessage(), e);
    }
    started = begin(() -> {});
    awaitUp();
  }

  Path log() {
    return log;
  }

  Map<String, String> settings() {
    return Map.of(
        "database.host",
        "localhost",
        "database.port",
        Integer.toString(port),
        "database.name",
        NAME,
        "database.username",
        NAME);
  }

  /** Waits for its start to end first: what has not come up yet cannot be told to go down. */
  void stop() {
    started.handle((postgres, failure) -> null).join();
    try {
      if (!started.isCompletedExceptionally()) {
        // It waits for some seconds only; whatever it could not stop by then still is to stop.
        awaitUp().close();
        postmaster.stop();
      }
      lastWill.revoke();
    } catch (IOException e) {
      throw new Failure("the development database did not stop: " + e.getMessage(), e);
    }
  }

  /** Asks for a stop without waiting, also in the middle of its start. */
  void requestStop() {
    try {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
      postmaster.requestStop();
    } catch (IOException e) {
      throw new Failure("the development database did not stop: " + e.getMessage(), e);
    }
  }

  private EmbeddedPostgres.Builder builder() throws IOException {
    // The library lets everybody write to the folder of its programs; nobody gets past this one.
    Path program = DataDirectory.forOwner(directory.resolveSibling("postgres-program"));
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory)
        .setPort(port)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setOverrideWorkingDirectory(program.resolve("unpacked").toFile())
        .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .setPGStartupWait(PATIENCE)
        // The library is made for tests and would trade the data for speed.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "localhost")
        .setServerConfig("unix_socket_directories", "");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new Failure("there is no free port for the development database", e);
    }
  }

  private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (isEmpty(statement, "SELECT FROM pg_roles WHERE rolname = '" + NAME + "'")) {
        statement.execute("CREATE ROLE " + NAME + " LOGIN");
      }
      if (isEmpty(statement, "SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
      }
    }
  }

  private static boolean isEmpty(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return !rows.next();
    }
  }

  private static void checkUser() {
    if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
      throw new Failure(
          "PostgreSQL refuses to run as root, and this machine grants no user namespace to hide it;"
              + " use another account or configure a database");
    }
  }

  private static void checkVersion(Path directory, String version) {
    Path file = directory.resolve("PG_VERSION");
    if (Files.notExists(file)) {
      return;
    }
    try {
      String found = Files.readString(file).strip();
      String ours = version.split("\\.", 2)[0];
      if (ours.matches("\\d+") && !found.equals(ours)) {
        throw new Failure(
            "%s holds data of PostgreSQL %s, but this program brings %s; move it away or configure a database"
                .formatted(directory, found, ours));
      }
    } catch (IOException e) {
      throw new Failure("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  private static void keepOnlyThePrevious(Path log) throws IOException {
    if (Files.exists(log)) {
      Files.move(
          log, log.resolveSibling("postgres.previous.log"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void stopHalfStarted(Postmaster postmaster, Throwable cause) {
    try {
      postmaster.stop();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** PostgreSQL explains itself best. */
  private static String words(Path log) {
    try {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
      return lines.stream()
          .filter(
              line ->
                  line.contains("FATAL:") || line.contains("DETAIL:") || line.contains("error:"))
          .limit(2)
          .map(line -> line.replaceFirst("^.*?(?=FATAL:|DETAIL:|error:)", ""))
          .collect(Collectors.joining(" "));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
