package io.hyperfleet.server.launcher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Stops what was started, last first, once; also when the process ends by other means. */
final class ShutdownSequence implements AutoCloseable {

  private record Step(String name, Runnable work) {}

  private final Deque<Step> steps = new ArrayDeque<>();
  private final Consumer<String> log;

  ShutdownSequence(Consumer<String> log) {
    this.log = log;
  }

  static ShutdownSequence alsoOnExit(Consumer<String> log) {
    ShutdownSequence sequence = new ShutdownSequence(log);
    Runtime.getRuntime().addShutdownHook(new Thread(sequence::run, "shutdown"));
    return sequence;
  }

  synchronized void add(String name, Runnable work) {
    steps.push(new Step(name, work));
  }

  /** Takes all steps, whatever becomes of each, and fails if one of them did. */
  @Override
  public void close() {
    List<String> failures = run();
    if (!failures.isEmpty()) {
      throw new Failure("the shutdown was not graceful: " + String.join("; ", failures));
    }
  }

  private synchronized List<String> run() {
    List<String> failures = new ArrayList<>();
    while (!steps.isEmpty()) {
      Step step = steps.pop();
      long started = System.nanoTime();
      String end = "";
      Progress progress = Progress.of("shutdown step=" + step.name(), log);
      try {
        step.work().run();
      } catch (RuntimeException e) {
        failures.add(e.getMessage());
        end = " error=\"" + e.getMessage() + '"';
      } finally {
        progress.close();
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
      log.accept("Shutdown step=" + step.name() + " duration_ms=" + millis + end);
    }
    return failures;
  }
}
