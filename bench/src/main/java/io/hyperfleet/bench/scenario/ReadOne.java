package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.RequestTemplate;

/** One cluster by its id. */
final class ReadOne implements HttpScenario {

  static final String NAME = "read one";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RequestTemplate request() {
    return RequestTemplate.get(SampleClusters.PATH + "/" + RequestTemplate.ID);
  }
}
