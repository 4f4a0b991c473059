package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plays what happens to one resource: which reports are kept, and when its status is seen to. */
public final class HistoryPlayer {

  private final List<AdapterName> required;
  private final HistoryRules rules;

  public HistoryPlayer(List<AdapterName> required, HistoryRules rules) {
    this.required = List.copyOf(required);
    this.rules = rules;
  }

  /** The states after the creation and after each event. */
  public List<HistoryState> play(ResourceHistory history) {
    List<HistoryState> states = new ArrayList<>();
    states.add(created(history.created()));
    for (ResourceEvent event : history.events()) {
      states.add(next(states.get(states.size() - 1), event));
    }
    return states;
  }

  public HistoryState created(Instant time) {
    HistoryState created = HistoryState.created(time);
    return required.isEmpty() ? created : aggregated(created);
  }

  public HistoryState next(HistoryState before, ResourceEvent event) {
    return event.accept(new Step(before.withFinished(false)));
  }

  private HistoryState aggregated(HistoryState state) {
    return state.with(rules.conditions(required, state.allReports(), state.observed()));
  }

  private HistoryState aggregatedNext(HistoryState state) {
    return state.with(rules.conditionsOfNext(required, state.allReports(), state.observed()));
  }

  /** From one state to the next. */
  private final class Step implements ResourceEvent.Visitor<HistoryState> {

    private final HistoryState before;

    Step(HistoryState before) {
      this.before = before;
    }

    @Override
    public HistoryState patched(ResourceEvent.Patched event) {
      if (before.deleting()) {
        return before;
      }
      HistoryState patched = before.grown(event.time(), false);
      return required.isEmpty() ? patched : aggregatedNext(patched);
    }

    @Override
    public HistoryState deleted(ResourceEvent.Deleted event) {
      if (before.deleting()) {
        return aggregated(before.touched(event.time()));
      }
      return aggregatedNext(before.grown(event.time(), true));
    }

    @Override
    public HistoryState childrenChanged(ResourceEvent.ChildrenChanged event) {
      return before.withActiveChild(event.active());
    }

    @Override
    public HistoryState reported(ResourceEvent.Reported event) {
      AdapterReport report = event.report();
      Optional<AdapterReport> stored = Optional.ofNullable(before.reports().get(report.adapter()));
      if (isLate(report, stored) || report.observedGeneration() > before.generation()) {
        return before;
      }
      boolean unknown = report.says(ReportedCondition.AVAILABLE, ConditionStatus.UNKNOWN);
      if (unknown && stored.isPresent()) {
        return before;
      }
      HistoryState after = stored(report, stored);
      after = after.withFinished(isFinished(after, report));
      return unknown ? after : aggregated(after);
    }

    private boolean isLate(AdapterReport report, Optional<AdapterReport> stored) {
      return stored
          .filter(
              last ->
                  isOfSameGeneration(report, last)
                      ? report.lastReportTime().isBefore(last.lastReportTime())
                      : report.observedGeneration() < last.observedGeneration())
          .isPresent();
    }

    /** A report of the same time is the same report; the first one stays. */
    private HistoryState stored(AdapterReport report, Optional<AdapterReport> stored) {
      if (stored.isEmpty()) {
        return before.with(report);
      }
      AdapterReport last = stored.orElseThrow();
      return isOfSameGeneration(report, last)
              && report.lastReportTime().equals(last.lastReportTime())
          ? before
          : before.with(rules.replace(last, report));
    }

    private boolean isFinished(HistoryState after, AdapterReport report) {
      return after.deleting()
          && !after.hasActiveChild()
          && report.says(ReportedCondition.FINALIZED, ConditionStatus.TRUE)
          && rules.allFinalized(required, after.generation(), after.allReports());
    }
  }

  private static boolean isOfSameGeneration(AdapterReport one, AdapterReport other) {
    return one.observedGeneration() == other.observedGeneration();
  }
}
