package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether all was well when all required adapters last agreed. Once true it stays so while they
 * work on another generation, until one of them fails at the generation it is true of. Deletion
 * does not matter to it.
 */
final class LastKnownReconciled {

  private static final String TYPE = "LastKnownReconciled";
  private static final int FIRST_GENERATION = 1;

  private final List<AdapterName> required;
  private final Snapshots snapshots;
  private final Observed observed;
  private final Optional<Condition> previous;

  LastKnownReconciled(List<AdapterName> required, Snapshots snapshots, Observed observed) {
    this.required = required;
    this.snapshots = snapshots;
    this.observed = observed;
    this.previous = observed.previous(TYPE);
  }

  Condition condition() {
    if (required.isEmpty()) {
      return missingReports(FIRST_GENERATION, observed.changedTime());
    }
    if (!required.stream().allMatch(adapter -> snapshots.of(adapter).isPresent())) {
      return missingReports(latestGeneration(), updatedAsNotMet());
    }
    if (!snapshots.allAvailable()) {
      return stillMet()
          .filter(last -> !snapshots.anyUnavailableAt(last.observedGeneration()))
          .orElseGet(this::notAvailable);
    }
    if (snapshots.ofOneGeneration()) {
      return met();
    }
    return stillMet().orElseGet(this::notAtSameGeneration);
  }

  /** The previous one, if it was true. */
  private Optional<Condition> stillMet() {
    return previous.filter(condition -> condition.status() == ConditionStatus.TRUE);
  }

  private Condition met() {
    return condition(
        ConditionStatus.TRUE,
        "AllAdaptersReconciled",
        "All required adapters report Available=True for the tracked generation",
        latestGeneration(),
        snapshots.earliest().orElseGet(this::updatedAsBefore));
  }

  private Condition missingReports(int generation, Instant updated) {
    return condition(
        ConditionStatus.FALSE,
        "AdaptersMissingReports",
        "Required adapters have not yet reported status",
        generation,
        updated);
  }

  private Condition notAvailable() {
    return condition(
        ConditionStatus.FALSE,
        "AdapterReportedNotAvailable",
        "One or more required adapters report Available=False",
        latestGeneration(),
        updatedAsNotMet());
  }

  private Condition notAtSameGeneration() {
    return condition(
        ConditionStatus.FALSE,
        "AdaptersNotAtSameGeneration",
        "Required adapters do not report a consistent Available state",
        latestGeneration(),
        updatedAsNotMet());
  }

  private int latestGeneration() {
    return snapshots
        .latestGeneration()
        .or(() -> previous.map(Condition::observedGeneration))
        .orElse(FIRST_GENERATION);
  }

  /** Only a failure at the latest generation is news. */
  private Instant updatedAsNotMet() {
    return Optional.of(latestGeneration())
        .filter(snapshots::anyUnavailableAt)
        .flatMap(snapshots::earliestAt)
        .orElseGet(this::updatedAsBefore);
  }

  private Instant updatedAsBefore() {
    return previous.map(Condition::lastUpdatedTime).orElseGet(observed::changedTime);
  }

  private Condition condition(
      ConditionStatus status, String reason, String message, int generation, Instant updated) {
    return observed.continued(
        new Condition(
            TYPE,
            status,
            Optional.of(reason),
            Optional.of(message),
            generation,
            observed.changedTime(),
            updated,
            updated));
  }
}
