package io.hyperfleet.bench.report;

import java.util.List;
import java.util.Map;

/**
 * All that was found out.
 *
 * @param facts about the machine and the run, in the order of writing
 */
public record Report(
    Map<String, String> facts,
    List<Startup> starts,
    List<Result> results,
    List<Comparison> comparisons) {

  List<Ratio> ratios() {
    return comparisons.stream().map(comparison -> comparison.of(results)).toList();
  }
}
