package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.RequestTemplate;

/** The first page of all clusters, with their number. */
final class ListTwenty implements HttpScenario {

  static final String NAME = "list of 20";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RequestTemplate request() {
    return RequestTemplate.get(SampleClusters.PATH + "?page=1&size=20");
  }
}
