package io.hyperfleet.server.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A run of the program that nobody uses: on free ports of this machine and on data of its own. It
 * never sees a configured database. Where none for development is installed, it starts without one,
 * and its requests are answered that the service is not available.
 */
final class TrainingRun {

  /** From this version on, one run is enough for a cache that holds more than classes. */
  private static final int AHEAD_OF_TIME = 25;

  private static final String OPTIONS = "HYPERFLEET_JAVA_OPTS";
  private static final String COLLECTION = "/api/hyperfleet/v1/clusters";
  private static final int ROUNDS = 200;
  private static final Duration START = Duration.ofMinutes(2);

  /** Writing everything down is a part of the end. */
  private static final Duration END = Duration.ofMinutes(3);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ProcessBuilder program;
  private final Path made;
  private final Path log;
  private final int api;
  private final int health;

  /**
   * @param scratch an empty folder for everything that the run writes
   */
  TrainingRun(Map<String, String> environment, Path script, Path scratch) throws IOException {
    made = scratch.resolve("made");
    log = scratch.resolve("log");
    int[] ports = freePorts();
    api = ports[0];
    health = ports[1];
    // A file of its own, or it would read the one that a real server reads, and write to its
    // database.
    Path nothingSaid = Files.writeString(scratch.resolve("config.yaml"), "{}\n");
    program =
        new ProcessBuilder(script.toString(), "serve", Flag.CONFIG.name() + "=" + nothingSaid)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> variables = program.environment();
    variables.keySet().removeIf(TrainingRun::configures);
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("HYPERFLEET_DATA_DIR", scratch.resolve("data").toString());
    variables.put("HYPERFLEET_SERVER_PORT", String.valueOf(api));
    variables.put("HYPERFLEET_HEALTH_PORT", String.valueOf(health));
    variables.put("HYPERFLEET_METRICS_PORT", String.valueOf(ports[2]));
    variables.put(OPTIONS, "%s %s".formatted(environment.getOrDefault(OPTIONS, ""), record()));
    if (!EmbeddedDatabase.isInstalled()) {
      variables.put("HYPERFLEET_DATABASE_HOST", "localhost");
      variables.put("HYPERFLEET_DATABASE_PORT", String.valueOf(ports[3]));
    }
  }

  /** Answers the file that it wrote. */
  Path run() throws IOException {
    Process server = program.start();
    try {
      await(server, EmbeddedDatabase.isInstalled() ? "/readyz" : "/healthz");
      for (int round = 0; round < ROUNDS; round++) {
        request(round);
      }
      server.destroy();
      if (!server.waitFor(END.toSeconds(), TimeUnit.SECONDS) || !Files.exists(made)) {
        throw failure("the training run left nothing behind");
      }
      return made;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    } finally {
      server.destroyForcibly();
    }
  }

  /** Java 25 ends with a fault of its own when it writes down what it unloaded before. */
  private String record() {
    String option =
        Runtime.version().feature() < AHEAD_OF_TIME
            ? "-XX:ArchiveClassesAtExit="
            : "-XX:-ClassUnloading -XX:AOTCacheOutput=";
    return option + made;
  }

  /** Whatever would point the run at something that is in use. */
  private static boolean configures(String variable) {
    return variable.startsWith("HYPERFLEET_") || variable.startsWith("DATABASE_");
  }

  private void await(Process server, String probe) throws IOException {
    long deadline = System.nanoTime() + START.toNanos();
    while (!answers(probe)) {
      if (!server.isAlive() || System.nanoTime() - deadline > 0) {
        throw failure("the training run did not start");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean answers(String probe) {
    try {
      return send(health, probe, "") == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  private void request(int round) throws IOException {
    String body =
        """
        {"kind":"Cluster","name":"training-%d","labels":{"a":"b"},"spec":{"c":[1,2.5,"d",null]}}
        """;
    int created = send(api, COLLECTION, body.formatted(round));
    if (EmbeddedDatabase.isInstalled() && created != HttpURLConnection.HTTP_CREATED) {
      throw failure("the training run answered " + created);
    }
    send(api, COLLECTION, "");
    send(api, COLLECTION + "?page=0", "");
    send(api, COLLECTION + "/training", "");
    send(api, COLLECTION, "{");
    send(api, "/api/hyperfleet", "");
    send(api, "/nothing", "");
    send(health, "/readyz", "");
  }

  /** Answers the status. */
  private static int send(int port, String path, String body) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create("http://localhost:" + port + path).toURL().openConnection();
    if (!body.isEmpty()) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    return connection.getResponseCode();
  }

  private Failure failure(String what) throws IOException {
    List<String> lines = Files.readAllLines(log);
    List<String> last = lines.subList(Math.max(0, lines.size() - 20), lines.size());
    return new Failure(what + ":\n" + String.join("\n", last));
  }

  private static int[] freePorts() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket a = new ServerSocket(0, 1, here);
        ServerSocket b = new ServerSocket(0, 1, here);
        ServerSocket c = new ServerSocket(0, 1, here);
        ServerSocket d = new ServerSocket(0, 1, here)) {
      return new int[] {a.getLocalPort(), b.getLocalPort(), c.getLocalPort(), d.getLocalPort()};
    }
  }
}
