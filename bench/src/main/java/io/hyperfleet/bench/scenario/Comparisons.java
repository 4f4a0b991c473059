package io.hyperfleet.bench.scenario;

import io.hyperfleet.bench.report.Comparison;
import io.hyperfleet.bench.report.Measure;
import java.util.List;

/** The ratios that are looked at. */
public final class Comparisons {

  public static final List<Comparison> ALL =
      List.of(
          new Comparison(BareRest.NAME, BareServlet.NAME, Measure.PROCESSOR_TIME),
          new Comparison(SimplestRoute.NAME, BareServlet.NAME, Measure.PROCESSOR_TIME),
          new Comparison(ReadOne.NAME, BareServlet.NAME, Measure.PROCESSOR_TIME),
          new Comparison(ListTwenty.NAME, BareServlet.NAME, Measure.PROCESSOR_TIME),
          new Comparison(SearchByLabel.NAME, BareServlet.NAME, Measure.PROCESSOR_TIME),
          new Comparison(CreateOne.NAME, BareServlet.NAME, Measure.PROCESSOR_TIME),
          new Comparison(ReportOne.NAME, BareServlet.NAME, Measure.PROCESSOR_TIME),
          new Comparison(ReadOne.NAME, SelectOne.NAME, Measure.RATE),
          new Comparison(ListTwenty.NAME, SelectTwenty.NAME, Measure.RATE),
          new Comparison(ReportOne.NAME, ReportTransaction.NAME, Measure.RATE));

  private Comparisons() {}
}
