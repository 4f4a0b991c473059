package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What is known of a resource that no adapter has reported on. */
public final class InitialConditions {

  private InitialConditions() {}

  /**
   * The conditions of a new resource.
   *
   * @param required in any order; without any, nothing is aggregated and there are no conditions
   * @param time when the resource was created, so that the result can be reproduced
   */
  public static List<Condition> of(List<AdapterName> required, int generation, Instant time) {
    if (required.isEmpty()) {
      return List.of();
    }
    String missing =
        required.stream().sorted().map(AdapterName::value).collect(Collectors.joining(", "));
    return List.of(
        Condition.unmet(
            "Reconciled",
            "ReconciledMissingAdapters",
            "Required adapters not reporting Available=True: ["
                + missing
                + "]. Currently reporting: []",
            generation,
            time),
        Condition.unmet(
            "LastKnownReconciled",
            "AdaptersMissingReports",
            "Required adapters have not yet reported status",
            1,
            time));
  }
}
