package io.hyperfleet.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A PostgreSQL that a test may stop, freeze and start again without harm to other tests. */
final class OwnPostgres implements AutoCloseable {

  private final Path data;
  private final int port;
  private EmbeddedPostgres running;

  private OwnPostgres(Path data) throws IOException {
    this.data = data;
    this.running = builder().start();
    this.port = running.getPort();
  }

  static OwnPostgres start(Path data) {
    try {
      return new OwnPostgres(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  DataSource dataSource() {
    return running.getPostgresDatabase();
  }

  /** The environment that points a server at it, or at what stands in front of it. */
  Map<String, String> environment(int entrance) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("HYPERFLEET_DATABASE_HOST", "localhost");
    environment.put("HYPERFLEET_DATABASE_PORT", String.valueOf(entrance));
    environment.put("HYPERFLEET_DATABASE_NAME", "postgres");
    environment.put("HYPERFLEET_DATABASE_USERNAME", "postgres");
    return environment;
  }

  void freeze() {
    signalAll("STOP");
  }

  void thaw() {
    signalAll("CONT");
  }

  /** Disconnects everybody and ends; the data stays. */
  void stop() {
    Path pidFile = data.resolve("postmaster.pid");
    signal("INT", postmaster());
    Await.until("PostgreSQL stops", () -> Files.notExists(pidFile));
  }

  void startAgain() throws IOException {
    // It holds a lock on its data as long as it is open, also when the server is gone.
    running.close();
    running = builder().setPort(port).start();
  }

  @Override
  public void close() {
    if (Files.exists(data.resolve("postmaster.pid"))) {
      thaw();
      stop();
    }
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setServerConfig("synchronous_commit", "on");
  }

  private void signalAll(String name) {
    ProcessHandle postmaster = postmaster();
    Stream.concat(Stream.of(postmaster), postmaster.descendants())
        .forEach(process -> signal(name, process));
  }

  private ProcessHandle postmaster() {
    try {
      String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
      return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void signal(String name, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
