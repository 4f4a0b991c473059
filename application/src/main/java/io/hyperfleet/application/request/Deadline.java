package io.hyperfleet.application.request;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long one request may keep what is shared, such as the database. The clock starts with the
 * first question, so that a client that sends slowly uses up nothing. Any number of threads may
 * ask.
 */
public final class Deadline {

  private static final long NOT_STARTED = 0;

  private final Duration budget;
  private final LongSupplier nanos;
  private final AtomicLong started = new AtomicLong(NOT_STARTED);

  Deadline(Duration budget, LongSupplier nanos) {
    this.budget = Objects.requireNonNull(budget, "budget");
    this.nanos = nanos;
  }

  /**
   * A deadline whose clock has not started.
   *
   * @param budget zero or less for no limit
   */
  public static Deadline of(Duration budget) {
    return new Deadline(budget, System::nanoTime);
  }

  /** What is left, zero or less when it is over; empty if there is no limit. */
  public Optional<Duration> left() {
    if (budget.isZero() || budget.isNegative()) {
      return Optional.empty();
    }
    long now = nanos.getAsLong();
    // One nanosecond off is nothing, and keeps the mark of a clock that has not started.
    started.compareAndSet(NOT_STARTED, now == NOT_STARTED ? 1 : now);
    return Optional.of(budget.minusNanos(now - started.get()));
  }
}
