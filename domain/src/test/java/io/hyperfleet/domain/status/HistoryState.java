package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A resource between two events.
 *
 * @param reports what is stored of each adapter
 * @param finished whether the last event was a report with which a resource without any children
 *     would go; it stays here, as if a marked child kept it
 */
public record HistoryState(
    int generation,
    Instant changedTime,
    boolean deleting,
    boolean hasActiveChild,
    Map<AdapterName, AdapterReport> reports,
    List<Condition> conditions,
    boolean finished) {

  public HistoryState {
    reports = Map.copyOf(reports);
    conditions = List.copyOf(conditions);
  }

  static HistoryState created(Instant time) {
    return new HistoryState(1, time, false, false, Map.of(), List.of(), false);
  }

  /** What is stored, in an order that depends on nothing else. */
  public Collection<AdapterReport> allReports() {
    return List.copyOf(new TreeMap<>(reports).values());
  }

  Observed observed() {
    return new Observed(generation, changedTime, deleting, hasActiveChild, conditions);
  }

  HistoryState grown(Instant time, boolean marked) {
    return new HistoryState(
        generation + 1, time, marked, hasActiveChild, reports, conditions, false);
  }

  HistoryState touched(Instant time) {
    return new HistoryState(generation, time, deleting, hasActiveChild, reports, conditions, false);
  }

  HistoryState withActiveChild(boolean active) {
    return new HistoryState(generation, changedTime, deleting, active, reports, conditions, false);
  }

  HistoryState with(AdapterReport report) {
    Map<AdapterName, AdapterReport> all = new TreeMap<>(reports);
    all.put(report.adapter(), report);
    return new HistoryState(
        generation, changedTime, deleting, hasActiveChild, all, conditions, false);
  }

  HistoryState with(List<Condition> newConditions) {
    return new HistoryState(
        generation, changedTime, deleting, hasActiveChild, reports, newConditions, finished);
  }

  HistoryState withFinished(boolean newFinished) {
    return new HistoryState(
        generation, changedTime, deleting, hasActiveChild, reports, conditions, newFinished);
  }
}
