package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.Optional;

/**
 * What one adapter last said of a resource, if it knew whether the resource is available.
 *
 * @param generation of the resource, as the adapter observed it
 * @param reason why it is available or not; absent if it was not said, and so is {@code message}
 */
record Snapshot(
    AdapterName adapter,
    int generation,
    Instant time,
    boolean available,
    boolean finalized,
    Optional<String> reason,
    Optional<String> message) {

  static Optional<Snapshot> of(AdapterReport report) {
    return report
        .condition(ReportedCondition.AVAILABLE)
        .filter(available -> available.status() != ConditionStatus.UNKNOWN)
        .map(
            available ->
                new Snapshot(
                    report.adapter(),
                    report.observedGeneration(),
                    report.lastReportTime(),
                    available.status() == ConditionStatus.TRUE,
                    report.says(ReportedCondition.FINALIZED, ConditionStatus.TRUE),
                    available.reason(),
                    available.message()));
  }

  /** The opposite of {@link #condition}, as far as it goes. */
  static Snapshot shownBy(AdapterName adapter, Condition condition) {
    return new Snapshot(
        adapter,
        condition.observedGeneration(),
        condition.lastUpdatedTime(),
        condition.status() == ConditionStatus.TRUE,
        false,
        condition.reason(),
        condition.message());
  }

  /** What a resource shows of it. */
  Condition condition(Observed observed) {
    return observed.continued(
        new Condition(
            adapter.conditionType(),
            ConditionStatus.of(available),
            reason,
            message,
            generation,
            observed.changedTime(),
            time,
            time));
  }
}
