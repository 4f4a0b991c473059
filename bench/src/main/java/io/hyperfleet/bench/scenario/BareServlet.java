package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.RequestTemplate;
import io.hyperfleet.bench.started.Host;

/** The unit that processor times are given in. */
final class BareServlet implements HttpScenario {

  static final String NAME = "bare servlet";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RequestTemplate request() {
    return RequestTemplate.get("/bare/servlet");
  }

  @Override
  public Host server(Surroundings surroundings) {
    return surroundings.bare();
  }
}
