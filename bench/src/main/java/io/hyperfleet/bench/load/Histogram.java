package io.hyperfleet.bench.load;

import java.util.Arrays;

/**
 * Counts latencies in microseconds. A bucket is at most 1/64 of its value wide, so that a
 * percentile is right to less than two per cent whatever its size, and recording one is a shift and
 * an increment.
 */
public final class Histogram {

  private static final int STEPS = 64;
  private static final int STEP_BITS = 6;

  private final long[] counts = new long[STEPS * (Long.SIZE - STEP_BITS + 1)];
  private long total;

  public void record(long micros) {
    record(micros, 1);
  }

  public void record(long micros, long times) {
    counts[bucket(Math.max(0, micros))] += times;
    total += times;
  }

  public void add(Histogram other) {
    Arrays.setAll(counts, bucket -> counts[bucket] + other.counts[bucket]);
    total += other.total;
  }

  public long total() {
    return total;
  }

  /**
   * The value that this share of all does not exceed.
   *
   * @param share between 0 and 1
   * @return microseconds; 0 if nothing was recorded
   */
  public long percentile(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * total));
    long seen = 0;
    for (int bucket = 0; bucket < counts.length && total > 0; bucket++) {
      seen += counts[bucket];
      if (seen >= rank) {
        return highest(bucket);
      }
    }
    return 0;
  }

  /** Exact below twice the steps; above, each power of two is divided into as many steps. */
  private static int bucket(long micros) {
    int shift = Math.max(0, Long.SIZE - STEP_BITS - 1 - Long.numberOfLeadingZeros(micros));
    return shift * STEPS + (int) (micros >>> shift);
  }

  private static long highest(int bucket) {
    int shift = Math.max(0, bucket / STEPS - 1);
    long lowest = (long) (bucket - shift * STEPS) << shift;
    return lowest + (1L << shift) - 1;
  }
}
