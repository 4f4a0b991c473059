package io.hyperfleet.bench;

import io.hyperfleet.bench.load.Sample;
import io.hyperfleet.bench.report.Result;
import io.hyperfleet.bench.report.Slice;
import io.hyperfleet.bench.scenario.Scenario;
import io.hyperfleet.bench.scenario.Surroundings;
import io.hyperfleet.bench.started.Host;
import io.hyperfleet.bench.started.ProcessTree;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Runs all scenarios in turn, again and again, so that a slow minute of the machine meets them all.
 */
final class Rounds {

  private static final int TURNS_OF_WARMUP = 5;

  private final List<Scenario> scenarios;
  private final Surroundings surroundings;
  private final Optional<ProcessTree> postgres;
  private final PrintStream progress;

  Rounds(List<Scenario> scenarios, Surroundings surroundings, PrintStream progress) {
    this.scenarios = scenarios;
    this.surroundings = surroundings;
    this.postgres = surroundings.database().processes();
    this.progress = progress;
  }

  /**
   * Load that is not measured.
   *
   * @param total on the product; what has another server gets as much as one scenario of the
   *     product
   */
  void warmUp(Duration total) {
    List<Scenario> served = scenarios.stream().filter(it -> host(it).isPresent()).toList();
    long ofProduct =
        served.stream().filter(it -> host(it).orElseThrow() == surroundings.product()).count();
    Duration each = total.dividedBy(TURNS_OF_WARMUP * ofProduct);
    for (int turn = 1; turn <= TURNS_OF_WARMUP; turn++) {
      progress.printf("bench: warm-up, turn %d of %d%n", turn, TURNS_OF_WARMUP);
      served.forEach(scenario -> run(scenario, each));
    }
  }

  List<Result> measure(int rounds, Duration each) {
    Map<String, List<Slice>> slices = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (Scenario scenario : scenarios) {
        progress.printf("bench: round %d of %d, %s%n", round, rounds, scenario.name());
        slices.computeIfAbsent(scenario.name(), name -> new ArrayList<>()).add(run(scenario, each));
      }
    }
    return slices.entrySet().stream()
        .map(entry -> new Result(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Slice run(Scenario scenario, Duration duration) {
    Optional<ProcessTree> server = host(scenario).map(Host::processes);
    OptionalDouble serverBefore = processorSeconds(server);
    OptionalDouble postgresBefore = processorSeconds(postgres);
    Sample sample = scenario.run(surroundings, duration);
    host(scenario).ifPresent(Host::checkAlive);
    Slice slice =
        new Slice(
            sample,
            difference(processorSeconds(server), serverBefore),
            difference(processorSeconds(postgres), postgresBefore));
    scenario.restore(surroundings);
    return slice;
  }

  private Optional<Host> host(Scenario scenario) {
    return scenario.host(surroundings);
  }

  private static OptionalDouble processorSeconds(Optional<ProcessTree> processes) {
    return processes
        .map(tree -> OptionalDouble.of(tree.processorSeconds()))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble difference(OptionalDouble after, OptionalDouble before) {
    return after.isPresent() && before.isPresent()
        ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
        : OptionalDouble.empty();
  }
}
