package io.hyperfleet.domain.status;

import java.util.Collection;
import java.util.List;

/** The rules of the service; after a change they look at conditions only. */
class AggregationRules implements HistoryRules {

  @Override
  public AdapterReport replace(AdapterReport stored, AdapterReport report) {
    return report.after(stored);
  }

  @Override
  public List<Condition> conditions(
      List<AdapterName> required, Collection<AdapterReport> reports, Observed observed) {
    Snapshots snapshots = Snapshots.of(required, observed.generation(), reports);
    return Aggregation.of(required, snapshots, observed);
  }

  @Override
  public List<Condition> conditionsOfNext(
      List<AdapterName> required, Collection<AdapterReport> reports, Observed observed) {
    Snapshots snapshots = Snapshots.shownBy(required, observed.previous());
    return Aggregation.of(required, snapshots, observed);
  }

  @Override
  public boolean allFinalized(
      List<AdapterName> required, int generation, Collection<AdapterReport> reports) {
    return Finalization.allFinalized(required, generation, reports);
  }
}
