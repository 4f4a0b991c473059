package io.hyperfleet.persistence.migration.lock;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a waiter asks for the lock, and how often it tells whom it waits for.
 *
 * @param shortest the least time between two tries
 * @param longest the most; each pause is random, so that waiters do not come in crowds
 */
record Pace(Duration shortest, Duration longest, Duration report) {

  static final Pace STEADY =
      new Pace(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(10));

  long pauseNanos() {
    return ThreadLocalRandom.current().nextLong(shortest.toNanos(), longest.toNanos());
  }
}
