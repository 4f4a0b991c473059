package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether all that is desired now is done, as far as the required adapters say. */
final class Reconciled {

  private static final String TYPE = "Reconciled";

  private final List<AdapterName> required;
  private final Snapshots snapshots;
  private final Observed observed;

  Reconciled(List<AdapterName> required, Snapshots snapshots, Observed observed) {
    this.required = required;
    this.snapshots = snapshots;
    this.observed = observed;
  }

  Condition condition() {
    if (required.isEmpty() || !lacking().isEmpty()) {
      return condition(false, "ReconciledMissingAdapters", missingAdapters());
    }
    if (observed.waitsForChildren()) {
      return condition(
          false,
          "ReconciledWaitingForChildren",
          "Deletion in progress. All required adapters reported Finalized=True"
              + " but child resources still exist");
    }
    return condition(
        true,
        "ReconciledAll",
        "All required adapters reported Available=True or Finalized=True at the current generation");
  }

  private Condition condition(boolean met, String reason, String message) {
    Instant updated = snapshots.earliestAt(observed.generation()).orElseGet(observed::changedTime);
    return observed.continued(
        new Condition(
            TYPE,
            ConditionStatus.of(met),
            Optional.of(reason),
            Optional.of(message),
            observed.generation(),
            observed.changedTime(),
            updated,
            !met && overtaken() ? observed.changedTime() : updated));
  }

  /** Whether it was true until something else was desired. */
  private boolean overtaken() {
    return observed
        .previous(TYPE)
        .filter(previous -> previous.status() == ConditionStatus.TRUE)
        .filter(previous -> observed.generation() > previous.observedGeneration())
        .isPresent();
  }

  private List<AdapterName> lacking() {
    return required.stream()
        .filter(adapter -> snapshots.of(adapter).filter(this::isDone).isEmpty())
        .toList();
  }

  private boolean isDone(Snapshot snapshot) {
    return snapshot.generation() == observed.generation()
        && (observed.deleting() ? snapshot.finalized() : snapshot.available());
  }

  private String missingAdapters() {
    return "Required adapters not reporting "
        + (observed.deleting() ? ReportedCondition.FINALIZED : ReportedCondition.AVAILABLE)
        + "=True: "
        + names(lacking().stream())
        + ". Currently reporting: "
        + names(snapshots.stream().map(Snapshot::adapter));
  }

  private static String names(Stream<AdapterName> adapters) {
    return adapters.sorted().map(AdapterName::value).collect(Collectors.joining(", ", "[", "]"));
  }
}
