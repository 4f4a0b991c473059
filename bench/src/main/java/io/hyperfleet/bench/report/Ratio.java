package io.hyperfleet.bench.report;

import java.util.List;
import java.util.OptionalDouble;

/** What a comparison gave, in each round that had both figures. */
record Ratio(Comparison comparison, List<Double> rounds) {

  Ratio {
    rounds = List.copyOf(rounds);
  }

  OptionalDouble lowest() {
    return rounds.stream().mapToDouble(Double::doubleValue).min();
  }

  OptionalDouble highest() {
    return rounds.stream().mapToDouble(Double::doubleValue).max();
  }

  /** The middle one, or the mean of the two in the middle. */
  OptionalDouble median() {
    int size = rounds.size();
    return rounds.stream()
        .sorted()
        .mapToDouble(Double::doubleValue)
        .skip((size - 1) / 2)
        .limit(2 - size % 2)
        .average();
  }
}
