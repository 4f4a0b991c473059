package io.hyperfleet.cel;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.ConditionRule;
import io.hyperfleet.domain.kind.KindDescriptor;
import java.io.Serial;

/**
 * An expression that has no result for this resource. Its text says which sort of failure it is and
 * where in the expression, and nothing that the resource or a report holds. What the engine says is
 * not even kept as the cause: it quotes arguments, at any length, and causes are logged.
 */
final class RuleFailure extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  RuleFailure(String problem) {
    super(problem);
  }

  RuleFailure in(String step) {
    return new RuleFailure(step + " expression evaluation failed: " + getMessage());
  }

  FleetException of(KindDescriptor kind, ConditionRule rule) {
    return FleetException.mappingFailed(kind.name(), rule.type(), getMessage());
  }
}
