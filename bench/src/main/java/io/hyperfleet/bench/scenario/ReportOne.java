package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.load.RequestTemplate;

/** What an adapter sends over and over: nothing has changed but the time. */
final class ReportOne implements HttpScenario {

  static final String NAME = "report";

  /** One that must report on every cluster. */
  static final String ADAPTER = "validation";

  static final String CONDITIONS =
      """
      [{"type":"Available","status":"True","reason":"AllIsThere","message":"the quota is sufficient"},\
      {"type":"Applied","status":"True","reason":"Applied","message":"the job is there"},\
      {"type":"Health","status":"True","reason":"Healthy","message":"the job is done"}]""";

  static final String DATA =
      """
      {"job":{"name":"validation","namespace":"adapters","phase":"Succeeded"},"attempt":1}""";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public RequestTemplate request() {
    return new RequestTemplate(
        "PUT",
        SampleClusters.PATH + "/" + RequestTemplate.ID + "/statuses",
        """
        {"adapter":"%s","observed_generation":1,"conditions":%s,"data":%s}"""
            .formatted(ADAPTER, CONDITIONS, DATA));
  }

  @Override
  public void restore(Surroundings surroundings) {
    surroundings.database().execute("VACUUM (ANALYZE) resources, adapter_statuses");
  }
}
