package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.Sample;
import io.hyperfleet.bench.started.Host;
import java.time.Duration;
import java.util.Optional;

/** One thing that is measured, once in each round. */
public interface Scenario {

  /** A row of the report. */
  String name();

  /** The server whose processor time it is, if one is asked at all. */
  Optional<Host> host(Surroundings surroundings);

  Sample run(Surroundings surroundings, Duration duration);

  /** Puts back what it changed, so that the next round finds what the first found. */
  default void restore(Surroundings surroundings) {}
}
