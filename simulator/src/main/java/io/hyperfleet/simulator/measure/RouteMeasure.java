package io.hyperfleet.simulator.measure;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The requests of one route: how often each status came back, and after how long. */
public final class RouteMeasure {

  /** Counted as a status where no answer came. */
  public static final int NO_ANSWER = 0;

  private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
  private final Latencies latencies = new Latencies();

  void add(int status, long nanos) {
    statuses.computeIfAbsent(status, key -> new LongAdder()).increment();
    latencies.add(nanos);
  }

  /** How often, by status, in the order of the numbers. */
  public Map<Integer, Long> statuses() {
    Map<Integer, Long> sums = new TreeMap<>();
    statuses.forEach((status, count) -> sums.put(status, count.sum()));
    return sums;
  }

  public Latencies latencies() {
    return latencies;
  }
}
