package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known of a resource that no adapter has reported on. */
public final class UnreportedConditions {

  private static final String RECONCILED = "Reconciled";
  private static final String LAST_KNOWN_RECONCILED = "LastKnownReconciled";

  /** Without reports, the last known state never gets past the first generation. */
  private static final int FIRST_GENERATION = 1;

  private UnreportedConditions() {}

  /**
   * The conditions of a new resource.
   *
   * @param required in any order; without any, nothing is aggregated and there are no conditions
   * @param time when the resource was created, so that the result can be reproduced
   */
  public static List<Condition> of(List<AdapterName> required, int generation, Instant time) {
    return after(List.of(), required, generation, time);
  }

  /**
   * The conditions of a resource that changed. They are still not met, so nothing has a transition;
   * only the first follows the generation.
   *
   * @param previous those before the change
   * @param time when the resource was changed
   */
  public static List<Condition> after(
      List<Condition> previous, List<AdapterName> required, int generation, Instant time) {
    if (required.isEmpty()) {
      return List.of();
    }
    return unmet(previous, required, "Available", generation, time);
  }

  /**
   * The conditions of a resource that is marked for deletion, whether anybody has to report or not.
   *
   * @param previous those before it was marked, or marked again
   * @param time when it was
   */
  public static List<Condition> deleting(
      List<Condition> previous, List<AdapterName> required, int generation, Instant time) {
    return unmet(previous, required, "Finalized", generation, time);
  }

  private static Optional<Condition> find(List<Condition> conditions, String type) {
    return conditions.stream().filter(condition -> condition.type().equals(type)).findFirst();
  }

  private static List<Condition> unmet(
      List<Condition> previous,
      List<AdapterName> required,
      String wanted,
      int generation,
      Instant time) {
    Condition now = reconciled(required, wanted, generation, time);
    return List.of(
        find(previous, RECONCILED).map(now::continuing).orElse(now),
        find(previous, LAST_KNOWN_RECONCILED).orElseGet(() -> lastKnown(time)));
  }

  private static Condition reconciled(
      List<AdapterName> required, String wanted, int generation, Instant time) {
    String missing =
        required.stream().sorted().map(AdapterName::value).collect(Collectors.joining(", "));
    return Condition.unmet(
        RECONCILED,
        "ReconciledMissingAdapters",
        "Required adapters not reporting "
            + wanted
            + "=True: ["
            + missing
            + "]. Currently reporting: []",
        generation,
        time);
  }

  private static Condition lastKnown(Instant time) {
    return Condition.unmet(
        LAST_KNOWN_RECONCILED,
        "AdaptersMissingReports",
        "Required adapters have not yet reported status",
        FIRST_GENERATION,
        time);
  }
}
