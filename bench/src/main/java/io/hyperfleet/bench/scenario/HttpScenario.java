package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.RequestTemplate;
import io.hyperfleet.bench.load.Sample;
import io.hyperfleet.bench.started.Host;
import java.time.Duration;
import java.util.Optional;

/** A request to a server; to the one that is measured, unless it says otherwise. */
interface HttpScenario extends Scenario {

  RequestTemplate request();

  default Host server(Surroundings surroundings) {
    return surroundings.product();
  }

  @Override
  default Optional<Host> host(Surroundings surroundings) {
    return Optional.of(server(surroundings));
  }

  @Override
  default Sample run(Surroundings surroundings, Duration duration) {
    return surroundings.http().run(server(surroundings).port(), request(), duration);
  }
}
