package io.hyperfleet.domain.status;

import io.hyperfleet.domain.json.Document;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports for tests, as adapters send them. */
public final class ReportFixture {

  private ReportFixture() {}

  public static List<AdapterName> adapters(String... names) {
    return Stream.of(names).map(AdapterName::new).toList();
  }

  /** One that says nothing of being finalized. */
  public static AdapterReport report(
      AdapterName adapter, int generation, ConditionStatus available, Instant time) {
    return report(
        adapter,
        generation,
        time,
        List.of(
            condition(ReportedCondition.AVAILABLE, available, adapter, time),
            condition(ReportedCondition.APPLIED, ConditionStatus.TRUE, adapter, time),
            condition(ReportedCondition.HEALTH, ConditionStatus.TRUE, adapter, time)));
  }

  public static AdapterReport report(
      AdapterName adapter,
      int generation,
      ConditionStatus available,
      ConditionStatus finalized,
      Instant time) {
    return report(
        adapter,
        generation,
        time,
        List.of(
            condition(ReportedCondition.AVAILABLE, available, adapter, time),
            condition(ReportedCondition.APPLIED, available, adapter, time),
            condition(ReportedCondition.HEALTH, ConditionStatus.TRUE, adapter, time),
            condition(ReportedCondition.FINALIZED, finalized, adapter, time)));
  }

  private static AdapterReport report(
      AdapterName adapter, int generation, Instant time, List<ReportedCondition> conditions) {
    return new AdapterReport(
        adapter,
        generation,
        conditions,
        new Document("{\"generation\":" + generation + "}"),
        Optional.empty(),
        time,
        time);
  }

  /** Some adapters give reasons and some messages; what they give tells the reports apart. */
  private static ReportedCondition condition(
      String type, ConditionStatus status, AdapterName adapter, Instant time) {
    boolean terse = adapter.value().startsWith("b");
    return new ReportedCondition(
        type,
        status,
        terse ? Optional.empty() : Optional.of(type + status.wire()),
        terse ? Optional.empty() : Optional.of(adapter + " at " + time),
        time);
  }
}
