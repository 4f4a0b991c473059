package io.hyperfleet.domain.status;

import java.util.Collection;
import java.util.List;

/** The rules by which the status of a resource follows from its history. */
public interface HistoryRules {

  /** What is stored of an adapter that reported before. */
  AdapterReport replace(AdapterReport stored, AdapterReport report);

  /** The conditions after a report. */
  List<Condition> conditions(
      List<AdapterName> required, Collection<AdapterReport> reports, Observed observed);

  /** The conditions after the generation has grown. */
  List<Condition> conditionsOfNext(
      List<AdapterName> required, Collection<AdapterReport> reports, Observed observed);

  boolean allFinalized(
      List<AdapterName> required, int generation, Collection<AdapterReport> reports);
}
