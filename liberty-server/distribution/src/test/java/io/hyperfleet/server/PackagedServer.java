package io.hyperfleet.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The distribution as an operator starts it: its script, its environment, its output. */
final class PackagedServer implements AutoCloseable {

  static final Path HOME = Path.of("target", "hyperfleet-api").toAbsolutePath();

  /** What it says last when it is ready. */
  private static final String READY = "Ctrl-C or SIGTERM stops it.";

  /** A test ends before the second compiler of Java has paid for itself. */
  private static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1";

  /** Time to answer itself, also on a machine that is busy; for those who ask whether it did. */
  static final Map<String, String> PATIENT_WARM_UP =
      Map.of("HYPERFLEET_JAVA_OPTS", SHORT_LIFE + " -Dhyperfleet.derived.warm_up.limit=60s");

  /** A build in the background ignores SIGINT, and what it starts would ignore it as well. */
  private static final List<String> WITH_ALL_SIGNALS =
      System.getProperty("os.name").equals("Linux")
          ? List.of("env", "--default-signal=INT")
          : List.of();

  /** Below those that the kernel gives to clients, or one of them has it before the server does. */
  private static final int FIRST_PORT = 12_000;

  private static final int LAST_PORT = 31_999;

  /** Begins anywhere, since other builds may look for ports at the same time. */
  private static final AtomicInteger NEXT_PORT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT));

  private final Process process;
  private final int[] ports;
  private final List<String> output = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final Thread reader;

  private PackagedServer(Process process, int[] ports) {
    this.process = process;
    this.ports = ports;
    this.reader = new Thread(this::follow, "output-of-" + process.pid());
    reader.start();
  }

  /** Runs the script with these arguments and this environment on top of free ports. */
  static PackagedServer run(Path data, Map<String, String> environment, String... arguments) {
    return run(HOME.resolve("bin/hyperfleet-api"), data, environment, arguments);
  }

  /** Runs the script of some other installation. */
  static PackagedServer run(
      Path script, Path data, Map<String, String> environment, String... arguments) {
    int[] ports = {freePort(), freePort(), freePort()};
    List<String> command = new ArrayList<>(WITH_ALL_SIGNALS);
    command.add(script.toString());
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> settings = new TreeMap<>();
    settings.put("HYPERFLEET_DATA_DIR", data.toString());
    settings.put("HYPERFLEET_SERVER_PORT", String.valueOf(ports[0]));
    settings.put("HYPERFLEET_HEALTH_PORT", String.valueOf(ports[1]));
    settings.put("HYPERFLEET_METRICS_PORT", String.valueOf(ports[2]));
    settings.put("JAVA_HOME", System.getProperty("java.home"));
    settings.put("HYPERFLEET_JAVA_OPTS", SHORT_LIFE);
    settings.putAll(environment);
    builder.environment().keySet().removeIf(key -> key.startsWith("HYPERFLEET_"));
    builder.environment().putAll(settings);
    try {
      return new PackagedServer(builder.start(), ports);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PackagedServer awaitReady() {
    if (!await(ready)) {
      throw new AssertionError("the server ended before it was ready:\n" + text());
    }
    return this;
  }

  /** Its listeners are open; whether it is ready is another question. */
  PackagedServer awaitListening() {
    Await.until(
        () -> "the server does not listen:\n" + text(),
        () -> !process.isAlive() || (accepts(ports[0]) && accepts(ports[1])));
    if (!process.isAlive()) {
      throw new AssertionError("the server ended before it listened:\n" + text());
    }
    return this;
  }

  int awaitExit() {
    await(process.onExit());
    join();
    return process.exitValue();
  }

  /** Sends a signal and waits for the end. */
  int signal(String name) {
    send(name);
    return awaitExit();
  }

  void send(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  void awaitLine(String words) {
    Await.until(
        () -> "it did not say " + words + ":\n" + text(),
        () -> output.stream().anyMatch(line -> line.contains(words)));
  }

  void kill() {
    process.destroyForcibly();
    await(process.onExit());
  }

  String api(String path) {
    return "http://localhost:" + ports[0] + path;
  }

  String health(String path) {
    return "http://localhost:" + ports[1] + path;
  }

  String metrics(String path) {
    return "http://localhost:" + ports[2] + path;
  }

  int apiPort() {
    return ports[0];
  }

  List<String> lines() {
    return output;
  }

  String text() {
    return String.join("\n", output);
  }

  /** Resident memory in MiB, as the kernel counts it. */
  long residentMemory() throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      signal("TERM");
    }
  }

  private void follow() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.add(line);
        if (line.endsWith(READY)) {
          ready.complete(true);
        }
      }
    } catch (IOException e) {
      output.add("output ended: " + e);
    }
    ready.complete(false);
  }

  private void join() {
    try {
      reader.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private <T> T await(CompletableFuture<T> event) {
    try {
      return event.get(Await.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(
          "nothing happened in " + Await.PATIENCE.toSeconds() + " s:\n" + text(), e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static AssertionError interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssertionError(e);
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() {
    int port;
    do {
      port = NEXT_PORT.getAndUpdate(last -> last < LAST_PORT ? last + 1 : FIRST_PORT);
    } while (!isFree(port));
    return port;
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (BindException taken) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
