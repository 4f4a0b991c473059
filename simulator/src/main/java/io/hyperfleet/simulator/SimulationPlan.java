package io.hyperfleet.simulator;

import io.hyperfleet.simulator.play.Casting;
import io.hyperfleet.simulator.play.FleetPlan;
import io.hyperfleet.simulator.play.PublishRules;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What is to be played.
 *
 * @param changing how long the fleet changes
 * @param patience how long nothing may happen while somebody waits for something
 */
record SimulationPlan(
    URI url,
    FleetPlan fleet,
    Casting casting,
    Duration changing,
    Duration poll,
    PublishRules rules,
    int pageSize,
    Duration patience) {

  private static final Duration SHORTEST = Duration.ofMillis(10);

  /** The plan of a command line: values by their flags. */
  static SimulationPlan of(Map<String, String> typed) {
    FlagReader flags = new FlagReader(typed);
    return new SimulationPlan(
        flags.url(),
        new FleetPlan(
            flags.number(SimulationFlag.CLUSTERS, 1, 100_000),
            flags.number(SimulationFlag.NODE_POOLS, 0, 100)),
        new Casting(
            flags.number(SimulationFlag.ADAPTERS, 1, 100),
            flags.number(SimulationFlag.RATE, 0, 100_000),
            flags.seed()),
        flags.time(SimulationFlag.DURATION, Duration.ZERO),
        flags.time(SimulationFlag.POLL, SHORTEST),
        new PublishRules(
            flags.time(SimulationFlag.DRIFT, SHORTEST),
            flags.time(SimulationFlag.DEBOUNCE, SHORTEST)),
        flags.number(SimulationFlag.PAGE_SIZE, 1, 100),
        flags.time(SimulationFlag.PATIENCE, Duration.ofSeconds(1)));
  }
}
