package io.hyperfleet.bench.load;

/**
 * What one run of load gave.
 *
 * @param requests that were answered, well or not
 * @param errors those among them that failed, and those that were never answered
 * @param seconds that the run took
 */
public record Sample(long requests, long errors, double seconds, Histogram latencies) {

  public double rate() {
    return seconds > 0 ? requests / seconds : 0;
  }
}
