package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.RequestTemplate;

/** A constant answer: what surrounds every request of the API. */
final class SimplestRoute implements HttpScenario {

  static final String NAME = "simplest route";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RequestTemplate request() {
    return RequestTemplate.get("/api/hyperfleet");
  }
}
