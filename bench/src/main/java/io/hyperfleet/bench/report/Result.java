package io.hyperfleet.bench.report;

import io.hyperfleet.bench.load.Histogram;
import io.hyperfleet.bench.load.Sample;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** One scenario in all rounds. */
public record Result(String scenario, List<Slice> rounds) {

  public Result {
    rounds = List.copyOf(rounds);
  }

  /** All rounds as if they were one. */
  Slice total() {
    Histogram latencies = new Histogram();
    rounds.forEach(round -> latencies.add(round.sample().latencies()));
    return new Slice(
        new Sample(
            rounds.stream().mapToLong(round -> round.sample().requests()).sum(),
            errors(),
            rounds.stream().mapToDouble(round -> round.sample().seconds()).sum(),
            latencies),
        sum(Slice::serverSeconds),
        sum(Slice::postgresSeconds));
  }

  public long errors() {
    return rounds.stream().mapToLong(round -> round.sample().errors()).sum();
  }

  private OptionalDouble sum(Function<Slice, OptionalDouble> figure) {
    return rounds.stream()
        .map(figure)
        .reduce(
            OptionalDouble.of(0),
            (a, b) ->
                a.isPresent() && b.isPresent()
                    ? OptionalDouble.of(a.getAsDouble() + b.getAsDouble())
                    : OptionalDouble.empty());
  }
}
