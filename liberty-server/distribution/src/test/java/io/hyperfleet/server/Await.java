package io.hyperfleet.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what happens in another process: looks, parks, and gives up at a deadline. */
final class Await {

  /** Long enough for a server that starts on a busy machine; nothing is measured by it. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final long PAUSE = Duration.ofMillis(10).toNanos();

  /** Something to look at that may fail as a look at a database does. */
  interface Condition {
    boolean holds() throws Exception;
  }

  private Await() {}

  static void until(String what, Condition condition) {
    until(() -> "this did not happen: " + what, condition);
  }

  /**
   * Gives up with what is known by then.
   *
   * @param otherwise says what did not happen
   */
  static void until(Supplier<String> otherwise, Condition condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds(condition)) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(otherwise.get());
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  private static boolean holds(Condition condition) {
    try {
      return condition.holds();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
