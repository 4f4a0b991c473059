package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.RequestTemplate;
import io.hyperfleet.bench.started.Host;

/** What Jakarta REST adds to the bare servlet. */
final class BareRest implements HttpScenario {

  static final String NAME = "bare REST";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RequestTemplate request() {
    return RequestTemplate.get("/bare/rest/resource");
  }

  @Override
  public Host server(Surroundings surroundings) {
    return surroundings.bare();
  }
}
