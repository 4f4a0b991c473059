package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.Sample;
import io.hyperfleet.bench.started.Host;
import java.time.Duration;
import java.util.Optional;

/** A statement to PostgreSQL with no server of ours between: its own limit. */
interface SqlScenario extends Scenario {

  String statement();

  @Override
  default Optional<Host> host(Surroundings surroundings) {
    return Optional.empty();
  }

  @Override
  default Sample run(Surroundings surroundings, Duration duration) {
    return surroundings.sql().run(statement(), duration);
  }
}
