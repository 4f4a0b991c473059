package io.hyperfleet.bench.load;

import io.hyperfleet.bench.started.BenchException;
import java.util.List;

/** What our script of wrk prints. */
final class WrkOutput {

  private WrkOutput() {}

  static Sample read(String output) {
    List<String> lines = output.lines().toList();
    long requests = number(lines, "bench-requests ");
    Histogram latencies = new Histogram();
    long[] steps = numbers(lines, "bench-latency ");
    for (int step = 0; step < steps.length; step++) {
      // Requests do not divide evenly into steps, but the sum of all steps is their number.
      long upTo = requests * (step + 1) / steps.length;
      latencies.record(steps[step], upTo - requests * step / steps.length);
    }
    return new Sample(
        requests, number(lines, "bench-errors "), number(lines, "bench-micros ") / 1e6, latencies);
  }

  private static long number(List<String> lines, String word) {
    long[] found = numbers(lines, word);
    if (found.length != 1) {
      throw new BenchException(
          "wrk did not print " + word.strip() + ":\n" + String.join("\n", lines));
    }
    return found[0];
  }

  private static long[] numbers(List<String> lines, String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word))
        .mapToLong(line -> Long.parseLong(line.substring(word.length())))
        .toArray();
  }
}
