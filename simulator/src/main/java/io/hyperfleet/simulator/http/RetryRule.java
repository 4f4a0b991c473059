package io.hyperfleet.simulator.http;

import java.time.Duration;
import java.util.Optional;

/**
 * When a client tries once more: after pauses that double, each a tenth shorter or longer by
 * chance.
 *
 * @param attempts at most, the first one included
 * @param first the first pause
 * @param cap the longest pause
 * @param total no pause ends later than this after the first attempt
 */
public record RetryRule(int attempts, Duration first, Duration cap, Duration total) {

  private static final int BOUND_BY_TIME_ONLY = Integer.MAX_VALUE;
  private static final double JITTER = 0.1;
  private static final int DOUBLINGS = 10;

  static final RetryRule NONE = new RetryRule(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  static final RetryRule SENTINEL =
      new RetryRule(
          BOUND_BY_TIME_ONLY,
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          Duration.ofSeconds(30));

  static final RetryRule ADAPTER =
      new RetryRule(3, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(2));

  /**
   * How long to wait for the next attempt; empty if there is none.
   *
   * @param failures attempts so far
   * @param elapsed since the first attempt began
   * @param chance from 0 up to 1
   */
  public Optional<Duration> pause(int failures, Duration elapsed, double chance) {
    if (failures >= attempts) {
      return Optional.empty();
    }
    long doubled = first.toNanos() << Math.min(DOUBLINGS, failures - 1);
    double pause = (double) Math.min(cap.toNanos(), doubled) * (1 - JITTER + 2 * JITTER * chance);
    return Optional.of(Duration.ofNanos((long) pause))
        .filter(it -> elapsed.plus(it).compareTo(total) <= 0);
  }
}
