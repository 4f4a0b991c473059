package io.hyperfleet.hostile;

import io.hyperfleet.hostile.attack.Ports;
import io.hyperfleet.hostile.shape.FuzzedRequests;
import io.hyperfleet.hostile.wire.RawHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The distribution as an operator starts it, on the database that it brings. */
final class AttackedServer {

  private static final long PATIENCE_SECONDS = 180;
  private static final String READY = "Ctrl-C or SIGTERM stops it.";
  private static final String HEAP = "memory_usedHeap_bytes";

  private final Process process;
  private final Ports ports;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Thread reader;

  private AttackedServer(Process process, Ports ports, Consumer<String> lines) {
    this.process = process;
    this.ports = ports;
    this.reader = new Thread(() -> follow(lines), "output");
    reader.start();
  }

  /**
   * Returns when it is ready.
   *
   * @param lines hears each line that it prints
   */
  static AttackedServer start(Options options, Path data, Consumer<String> lines) {
    Ports ports = freePorts();
    ProcessBuilder builder =
        new ProcessBuilder(options.server().resolve("bin/hyperfleet-api").toString(), "serve")
            .redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment
        .keySet()
        .removeIf(key -> key.startsWith("HYPERFLEET_") || key.startsWith("DATABASE_"));
    environment.put("HYPERFLEET_DATA_DIR", data.toString());
    environment.put("HYPERFLEET_SERVER_PORT", String.valueOf(ports.api()));
    environment.put("HYPERFLEET_HEALTH_PORT", String.valueOf(ports.health()));
    environment.put("HYPERFLEET_METRICS_PORT", String.valueOf(ports.metrics()));
    environment.put("HYPERFLEET_JAVA_OPTS", "-Xmx" + options.heap());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    try {
      AttackedServer server = new AttackedServer(builder.start(), ports, lines);
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Ports ports() {
    return ports;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What is in use once all that is not has been cleared away. */
  long heapBytes() {
    run(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "GC.run");
    return metrics()
        .lines()
        .filter(line -> line.startsWith(HEAP))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + HEAP + " in /metrics"));
  }

  long series() {
    return metrics().lines().filter(line -> !line.startsWith("#")).count();
  }

  private String metrics() {
    try (RawHttp connection = RawHttp.to(ports.metrics())) {
      return connection.send(FuzzedRequests.get("/metrics")).answer().body();
    }
  }

  /** Asks it to end, and answers the exit code. */
  int stop() {
    // The process itself would close its output, and with it its last words.
    process.toHandle().destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
      reader.join();
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** With all that it started; does nothing to one that has ended. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void awaitReady() {
    try {
      if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
        kill();
        throw new IllegalStateException("the server did not become ready");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void follow(Consumer<String> lines) {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.accept(line);
        if (line.endsWith(READY)) {
          ready.countDown();
        }
      }
    } catch (IOException e) {
      lines.accept("output ended: " + e);
    }
    ready.countDown();
  }

  private void run(String program, String argument) {
    try {
      Process tool =
          new ProcessBuilder(program, String.valueOf(process.pid()), argument)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (tool.waitFor() != 0) {
        throw new IllegalStateException(program + " ended with " + tool.exitValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Ports freePorts() {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocket a = new ServerSocket(0, 1, here);
        ServerSocket b = new ServerSocket(0, 1, here);
        ServerSocket c = new ServerSocket(0, 1, here)) {
      return new Ports(a.getLocalPort(), b.getLocalPort(), c.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
