package io.hyperfleet.server.launcher;

import java.util.ArrayDeque;
import java.util.Deque;

/** Stops what was started, last first, once; also when the process ends by other means. */
final class ShutdownSequence implements AutoCloseable {

  private final Deque<Runnable> steps = new ArrayDeque<>();

  static ShutdownSequence alsoOnExit() {
    ShutdownSequence sequence = new ShutdownSequence();
    Runtime.getRuntime().addShutdownHook(new Thread(sequence::close, "shutdown"));
    return sequence;
  }

  synchronized void add(Runnable step) {
    steps.push(step);
  }

  @Override
  public synchronized void close() {
    if (steps.isEmpty()) {
      return;
    }
    try {
      steps.pop().run();
    } finally {
      close();
    }
  }
}
