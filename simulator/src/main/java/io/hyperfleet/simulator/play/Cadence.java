package io.hyperfleet.simulator.play;

import io.hyperfleet.simulator.http.Pauses;
import java.time.Duration;
import java.util.function.LongSupplier;

/** At most so many a second; zero for as many as go. */
final class Cadence {

  private final long interval;
  private final LongSupplier nanos;
  private final Pauses pauses;
  private long next;

  Cadence(int perSecond, LongSupplier nanos, Pauses pauses) {
    this.interval = perSecond == 0 ? 0 : Duration.ofSeconds(1).toNanos() / perSecond;
    this.nanos = nanos;
    this.pauses = pauses;
    this.next = nanos.getAsLong();
  }

  /** Waits for one's turn. Time that nobody used is not made up for. */
  void await() throws InterruptedException {
    long wait = next - nanos.getAsLong();
    if (wait > 0) {
      pauses.pause(Duration.ofNanos(wait));
    }
    next = Math.max(next, nanos.getAsLong()) + interval;
  }
}
