package io.hyperfleet.server.launcher;

import java.time.Duration;

/** Starts the development database again when it has died: some times, and later each time. */
final class Revival {

  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  /** Whoever lived that long has earned all attempts again. */
  private static final Duration STABLE = Duration.ofMinutes(1);

  private final EmbeddedDatabase database;
  private final Console console;
  private final StopSignals signals;
  private int attempts;
  private long upSince;

  Revival(EmbeddedDatabase database, Console console, StopSignals signals) {
    this.database = database;
    this.console = console;
    this.signals = signals;
  }

  /** Looks after it once, and fails if there is no point in going on. */
  void check() {
    if (database.isAlive()) {
      if (attempts > 0 && System.nanoTime() - upSince > STABLE.toNanos()) {
        attempts = 0;
      }
      return;
    }
    if (attempts == ATTEMPTS) {
      throw new Failure(
          "the development database died, and %d starts did not help (see %s)"
              .formatted(ATTEMPTS, database.log()));
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << attempts);
    attempts++;
    console.warn(
        "The development database died; it is started again attempt=%d of=%d in_seconds=%d log=%s"
            .formatted(attempts, ATTEMPTS, wait.toSeconds(), database.log()));
    if (!signals.await(wait)) {
      restart();
    }
  }

  private void restart() {
    try {
      database.restart();
      upSince = System.nanoTime();
      console.info("The development database is back");
    } catch (Failure e) {
      console.warn(e.getMessage());
    }
  }
}
