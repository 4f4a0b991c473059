package io.hyperfleet.server.launcher;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Lets the requests that are under way come to their end, while new ones are turned away. */
final class Drain {

  /** So long after the last one, nobody has a request on its way that we have not seen. */
  private static final Duration QUIET = Duration.ofMillis(250);

  /** How long to answer clients that keep on asking although they were sent away. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private static final Duration POLL = Duration.ofMillis(10);

  private final ApplicationState application;
  private final Duration patience;

  Drain(ApplicationState application, Duration patience) {
    this.application = application;
    this.patience = patience;
  }

  void run() {
    application.announceShutdown();
    if (!await(() -> application.requestsInFlight() == 0, patience)) {
      throw new Failure(
          "%d requests did not finish within %d s and were cut: %s"
              .formatted(
                  application.requestsInFlight(),
                  patience.toSeconds(),
                  application.requestsUnderWay()));
    }
    await(() -> application.quiet().compareTo(QUIET) >= 0, FAREWELL);
  }

  private static boolean await(BooleanSupplier event, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!event.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }
}
