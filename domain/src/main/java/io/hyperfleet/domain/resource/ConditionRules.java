package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.status.AdapterReport;
import java.util.List;

/** Evaluates the rules of a kind for further conditions. */
@FunctionalInterface
public interface ConditionRules {

  /** Where no kind has rules. */
  ConditionRules NONE = (kind, resource, reports) -> List.of();

  /**
   * What the rules say that apply, in the order of their types (bytes of UTF-8). The same arguments
   * have the same result.
   *
   * @param reports the latest one of each adapter
   * @throws FleetException of code {@code INTERNAL} if one of the rules cannot be evaluated
   */
  List<MappedOutcome> evaluate(KindDescriptor kind, Resource resource, List<AdapterReport> reports);
}
