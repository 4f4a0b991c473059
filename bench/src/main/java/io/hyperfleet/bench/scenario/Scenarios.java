package io.hyperfleet.bench.scenario;

import java.util.List;

/**
 * All that is measured, in the order of a round and of the report. A new one is a class and a line
 * here.
 */
public final class Scenarios {

  public static final List<Scenario> ALL =
      List.of(
          new BareServlet(),
          new BareRest(),
          new SimplestRoute(),
          new ReadOne(),
          new SelectOne(),
          new ListTwenty(),
          new SelectTwenty(),
          new SearchByLabel(),
          new CreateOne(),
          new ReportOne(),
          new ReportTransaction());

  private Scenarios() {}
}
