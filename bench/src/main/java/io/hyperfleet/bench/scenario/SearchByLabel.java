package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.RequestTemplate;

/** The first page of the clusters that carry a label, with their number. */
final class SearchByLabel implements HttpScenario {

  static final String NAME = "search by label";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RequestTemplate request() {
    return RequestTemplate.get(
        SampleClusters.PATH
            + "?page=1&size=20&search=labels."
            + SampleClusters.SHARD
            + "+%3D+%277%27");
  }
}
