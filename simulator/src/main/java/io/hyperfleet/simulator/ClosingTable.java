package io.hyperfleet.simulator;

import io.hyperfleet.simulator.fleet.FleetKind;
import io.hyperfleet.simulator.measure.Latencies;
import io.hyperfleet.simulator.measure.RouteMeasure;
import io.hyperfleet.simulator.play.Stage;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is printed at the end. */
final class ClosingTable {

  private static final String ROUTE = "%-47s %-26s %9s %9s %9s %9s%n";
  private static final String CHANGE = "%-47s %-26s %9s %9s %9s%n";

  private final Stage stage;
  private final Verdict verdict;
  private final PrintStream out;

  ClosingTable(Stage stage, Verdict verdict, PrintStream out) {
    this.stage = stage;
    this.verdict = verdict;
    this.out = out;
  }

  void print() {
    out.println();
    out.printf(ROUTE, "request", "status: count", "p50", "p95", "p99", "max");
    stage.measures().routes().forEach(this::route);
    out.println();
    out.printf(CHANGE, "fleet", "count", "p50", "p95", "max");
    for (FleetKind kind : FleetKind.values()) {
      change(kind.wire() + ", change to reconciled", stage.fleet().times().reconciled(kind));
      change(kind.wire() + ", delete to gone", stage.fleet().times().gone(kind));
    }
    out.println();
    out.printf(
        "%d requests, %d of them repeated%n",
        stage.measures().requests(), stage.measures().retries());
    out.println("Events: " + stage.measures().events());
    end();
  }

  private void end() {
    list("Did not get there", verdict.stragglers().size(), verdict.named());
    list("Answers that do not fit", verdict.complaints(), stage.complaints().first());
    out.println(
        verdict.isGood()
            ? "Everything was reconciled, and everything is gone."
            : "This is not how it should be.");
  }

  private void route(String route, RouteMeasure measure) {
    Latencies latencies = measure.latencies();
    out.printf(
        ROUTE,
        route,
        statuses(measure.statuses()),
        shown(latencies.quantile(0.5)),
        shown(latencies.quantile(0.95)),
        shown(latencies.quantile(0.99)),
        shown(latencies.max()));
  }

  private void change(String what, Latencies latencies) {
    out.printf(
        CHANGE,
        what,
        latencies.count(),
        shown(latencies.quantile(0.5)),
        shown(latencies.quantile(0.95)),
        shown(latencies.max()));
  }

  private void list(String title, long count, List<String> lines) {
    out.printf("%s: %s%n", title, count == 0 ? "none" : count);
    lines.forEach(line -> out.println("  " + line));
  }

  private static String statuses(Map<Integer, Long> counts) {
    return counts.entrySet().stream()
        .map(it -> status(it.getKey()) + ": " + it.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String status(int status) {
    return status == RouteMeasure.NO_ANSWER ? "none" : String.valueOf(status);
  }

  static String shown(Duration time) {
    double millis = time.toNanos() / 1e6;
    return millis < 1000
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }
}
