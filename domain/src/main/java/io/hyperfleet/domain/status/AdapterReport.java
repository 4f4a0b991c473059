package io.hyperfleet.domain.status;

import io.hyperfleet.domain.json.Document;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an adapter last said of a resource, as it is kept: one for each adapter, each replacing the
 * one before.
 *
 * @param observedGeneration of the resource
 * @param conditions in the order in which they were sent
 * @param data a JSON object, whatever the adapter wants to tell
 * @param metadata a JSON object; absent if it was never sent
 * @param createdTime of the first report
 * @param lastReportTime of this one, as the adapter observed it
 */
public record AdapterReport(
    AdapterName adapter,
    int observedGeneration,
    List<ReportedCondition> conditions,
    Document data,
    Optional<Document> metadata,
    Instant createdTime,
    Instant lastReportTime) {

  public AdapterReport {
    Objects.requireNonNull(adapter, "adapter");
    conditions = List.copyOf(conditions);
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(metadata, "metadata");
    Objects.requireNonNull(createdTime, "createdTime");
    Objects.requireNonNull(lastReportTime, "lastReportTime");
    if (observedGeneration < 1) {
      throw new IllegalArgumentException("generations count from 1: " + observedGeneration);
    }
  }

  /** What it says of that type. */
  public Optional<ReportedCondition> condition(String type) {
    return conditions.stream().filter(condition -> condition.type().equals(type)).findFirst();
  }

  /** Whether it says so; it does not if it says nothing of that type. */
  public boolean says(String type, ConditionStatus status) {
    return condition(type).filter(condition -> condition.status() == status).isPresent();
  }

  /**
   * This report in the place of the stored one of the same adapter. It replaces everything but the
   * time of the first report, and the time since when it says the same of a condition.
   */
  public AdapterReport after(AdapterReport stored) {
    return new AdapterReport(
        adapter,
        observedGeneration,
        conditions.stream().map(condition -> since(condition, stored)).toList(),
        data,
        metadata,
        stored.createdTime,
        lastReportTime);
  }

  private static ReportedCondition since(ReportedCondition condition, AdapterReport stored) {
    return stored
        .condition(condition.type())
        .filter(before -> before.status() == condition.status())
        .map(before -> condition.since(before.lastTransitionTime()))
        .orElse(condition);
  }
}
