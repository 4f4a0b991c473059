package io.hyperfleet.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** One scenario in units of another. */
public record Comparison(String scenario, String unit, Measure measure) {

  String name() {
    return scenario + " : " + unit;
  }

  /** Compares within each round, because the machine is not the same in the next. */
  Ratio of(List<Result> results) {
    List<Slice> over = rounds(results, scenario);
    List<Slice> under = rounds(results, unit);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < over.size(); round++) {
      OptionalDouble a = measure.of(over.get(round));
      OptionalDouble b = measure.of(under.get(round));
      if (a.isPresent() && b.isPresent() && b.getAsDouble() > 0) {
        ratios.add(a.getAsDouble() / b.getAsDouble());
      }
    }
    return new Ratio(this, ratios);
  }

  private static List<Slice> rounds(List<Result> results, String scenario) {
    return results.stream()
        .filter(result -> result.scenario().equals(scenario))
        .findFirst()
        .orElseThrow()
        .rounds();
  }
}
