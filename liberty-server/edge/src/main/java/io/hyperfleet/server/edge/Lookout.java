package io.hyperfleet.server.edge;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A thread that looks at something again and again. */
final class Lookout {

  private Lookout() {}

  /** Begins to look, until the thread is interrupted. */
  static Thread start(String name, Duration pause, Runnable look) {
    Thread thread = new Thread(() -> lookAgainAndAgain(pause, look), name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void lookAgainAndAgain(Duration pause, Runnable look) {
    while (!Thread.currentThread().isInterrupted()) {
      look.run();
      LockSupport.parkNanos(pause.toNanos());
    }
  }
}
