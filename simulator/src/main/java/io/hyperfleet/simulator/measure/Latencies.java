package io.hyperfleet.simulator.measure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * How long something took, counted in buckets: a few kilobytes, however much is counted. A quantile
 * is at most a sixteenth too long. Takes counts of any number of threads.
 */
public final class Latencies {

  /** Buckets to each power of two; below that many microseconds each has one of its own. */
  private static final int STEPS = 16;

  private static final int STEP_BITS = 4;

  /** More than an hour. */
  private static final long LONGEST = (1L << 32) - 1;

  private final AtomicLongArray buckets = new AtomicLongArray(bucket(LONGEST) + 1);
  private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

  /** Counts one of that many nanoseconds. */
  public void add(long nanos) {
    long micros = Math.min(LONGEST, Math.max(0, nanos / 1000));
    buckets.incrementAndGet(bucket(micros));
    longest.accumulate(micros);
  }

  public long count() {
    long count = 0;
    for (int i = 0; i < buckets.length(); i++) {
      count += buckets.get(i);
    }
    return count;
  }

  /** What that part of all, such as 0.95, was not longer than; zero if nothing was counted. */
  public Duration quantile(double part) {
    long wanted = Math.max(1, (long) Math.ceil(count() * part));
    long passed = 0;
    for (int i = 0; i < buckets.length(); i++) {
      passed += buckets.get(i);
      if (passed >= wanted) {
        return micros(Math.min(lastOf(i), longest.get()));
      }
    }
    return Duration.ZERO;
  }

  public Duration max() {
    return micros(longest.get());
  }

  private static int bucket(long micros) {
    if (micros < STEPS) {
      return (int) micros;
    }
    int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros);
    int step = (int) (micros >> (power - STEP_BITS)) - STEPS;
    return (power - STEP_BITS + 1) * STEPS + step;
  }

  /** The longest time that falls into the bucket, in microseconds. */
  private static long lastOf(int bucket) {
    if (bucket < STEPS) {
      return bucket;
    }
    int shift = bucket / STEPS - 1;
    return ((long) (bucket % STEPS + STEPS + 1) << shift) - 1;
  }

  private static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1000);
  }
}
