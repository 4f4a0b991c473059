package io.hyperfleet.domain.status;

import java.util.Collection;
import java.util.List;

/** Whether the adapters are done with a resource that is marked for deletion. */
public final class Finalization {

  private Finalization() {}

  /**
   * Whether every required adapter is, and says so of exactly this generation. Whether the resource
   * is available does not matter, so this needs the reports and not what counts of them otherwise.
   */
  public static boolean allFinalized(
      List<AdapterName> required, int generation, Collection<AdapterReport> reports) {
    return required.stream()
        .allMatch(
            adapter ->
                reports.stream()
                    .filter(report -> report.adapter().equals(adapter))
                    .filter(report -> report.observedGeneration() == generation)
                    .anyMatch(
                        report -> report.says(ReportedCondition.FINALIZED, ConditionStatus.TRUE)));
  }
}
