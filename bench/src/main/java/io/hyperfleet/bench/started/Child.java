package io.hyperfleet.bench.started;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of ours. Its output is taken off its hands unread; only the end of it is kept. */
public final class Child implements AutoCloseable {

  private static final int TAIL = 64 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final Process process;
  private final StringBuilder tail = new StringBuilder();
  private final Thread reader;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.reader = new Thread(this::follow, "output-of-" + name);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts it.
   *
   * @param environment on top of ours, of which it inherits no database
   */
  public static Child start(
      String name, Path folder, Map<String, String> environment, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(Child::namesDatabase);
    builder.environment().putAll(environment);
    try {
      return new Child(name, builder.start());
    } catch (IOException e) {
      throw new BenchException(name + " does not start: " + e.getMessage(), e);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** Whether it ended before that much time had passed. */
  public boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    }
  }

  public void checkAlive() {
    if (!process.isAlive()) {
      throw new BenchException(
          "%s ended with exit code %d; it said:%n%s"
              .formatted(name, process.exitValue(), output()));
    }
  }

  /** All that a tool has to say, once it ended well. */
  public String awaitSuccess(Duration time) {
    if (!endsWithin(time)) {
      throw new BenchException("%s did not end within %d s".formatted(name, time.toSeconds()));
    }
    if (process.exitValue() != 0) {
      checkAlive();
    }
    return output();
  }

  /** Asks first. */
  @Override
  public void close() {
    process.destroy();
    if (!endsWithin(PATIENCE)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Override
  public String toString() {
    return name + ", process " + process.pid();
  }

  private String output() {
    try {
      reader.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (tail) {
      return tail.toString();
    }
  }

  private static boolean namesDatabase(String variable) {
    return variable.startsWith("HYPERFLEET_DATABASE_") || variable.equals("DATABASE_URL");
  }

  private void follow() {
    byte[] buffer = new byte[TAIL];
    try (InputStream output = process.getInputStream()) {
      for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
        keep(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      keep("its output ended: " + e);
    }
  }

  private void keep(String text) {
    synchronized (tail) {
      tail.append(text);
      tail.delete(0, Math.max(0, tail.length() - TAIL));
    }
  }
}
