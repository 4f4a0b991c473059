package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.RequestTemplate;

/** A new cluster, as long as the seeded ones. */
final class CreateOne implements HttpScenario {

  static final String NAME = "create";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RequestTemplate request() {
    return RequestTemplate.post(
        SampleClusters.PATH, SampleClusters.body(SampleClusters.CREATED + RequestTemplate.UNIQUE));
  }

  @Override
  public void restore(Surroundings surroundings) {
    SampleClusters.removeCreated(surroundings.database());
  }
}
