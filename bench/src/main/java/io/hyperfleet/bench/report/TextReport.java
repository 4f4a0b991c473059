package io.hyperfleet.bench.report;

import static io.hyperfleet.bench.report.Table.figure;

import io.hyperfleet.bench.load.Histogram;
import io.hyperfleet.bench.load.Sample;
import java.util.Locale;

/** The report for people. */
public final class TextReport {

  private TextReport() {}

  public static String of(Report report) {
    Table facts = new Table("this run", "");
    report.facts().forEach(facts::row);
    return String.join(
        "\n", facts.text(), starts(report).text(), results(report).text(), ratios(report).text());
  }

  private static Table starts(Report report) {
    Table table = new Table("start", "wall s", "processor s", "resident MiB");
    for (Startup start : report.starts()) {
      table.row(
          start.isFirst() ? "first" : "again",
          figure(start.wallSeconds(), 1),
          figure(start.processorSeconds(), 1),
          figure(start.residentMebibytes(), 0));
    }
    return table;
  }

  private static Table results(Report report) {
    Table table =
        new Table(
            "scenario",
            "rate /s",
            "p50 ms",
            "p99 ms",
            "errors",
            "requests",
            "server ms",
            "postgres ms");
    for (Result result : report.results()) {
      Slice total = result.total();
      Sample sample = total.sample();
      table.row(
          result.scenario(),
          figure(sample.rate(), 0),
          millis(sample.latencies(), 0.50),
          millis(sample.latencies(), 0.99),
          String.valueOf(sample.errors()),
          String.valueOf(sample.requests()),
          figure(total.serverMillisPerRequest(), 3),
          figure(total.postgresMillisPerRequest(), 3));
    }
    return table;
  }

  private static Table ratios(Report report) {
    Table table = new Table("ratio", "of", "median", "lowest", "highest");
    for (Ratio ratio : report.ratios()) {
      table.row(
          ratio.comparison().name(),
          ratio.comparison().measure().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          figure(ratio.median(), 2),
          figure(ratio.lowest(), 2),
          figure(ratio.highest(), 2));
    }
    return table;
  }

  private static String millis(Histogram latencies, double share) {
    return figure(latencies.percentile(share) / 1000.0, 2);
  }
}
