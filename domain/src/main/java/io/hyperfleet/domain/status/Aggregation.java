package io.hyperfleet.domain.status;

import java.util.List;
import java.util.stream.Stream;

/** How the status of a resource follows from what the required adapters said of it. */
public final class Aggregation {

  private Aggregation() {}

  /**
   * The built-in conditions, in their order: Reconciled, LastKnownReconciled, one for each required
   * adapter with a snapshot. Previous conditions of other types are not among them.
   *
   * @param snapshots those of the same required adapters
   */
  public static List<Condition> of(
      List<AdapterName> required, Snapshots snapshots, Observed observed) {
    return Stream.concat(
            Stream.of(
                new Reconciled(required, snapshots, observed).condition(),
                new LastKnownReconciled(required, snapshots, observed).condition()),
            snapshots.stream().map(snapshot -> snapshot.condition(observed)))
        .toList();
  }
}
