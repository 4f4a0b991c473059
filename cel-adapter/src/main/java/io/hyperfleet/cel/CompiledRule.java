package io.hyperfleet.cel;

import io.hyperfleet.domain.kind.ConditionRule;
import io.hyperfleet.domain.resource.MappedOutcome;
import java.util.Optional;

/** A rule whose expressions are ready to be evaluated, by any number of threads. */
record CompiledRule(
    String type, CelProgram when, CelProgram status, CelProgram reason, CelProgram message) {

  static CompiledRule of(ConditionRule rule) {
    return new CompiledRule(
        rule.type(),
        CelProgram.of(rule.when()),
        CelProgram.of(rule.status()),
        CelProgram.of(rule.reason()),
        CelProgram.of(rule.message()));
  }

  /** Empty if the rule does not apply. */
  Optional<MappedOutcome> outcome(RuleVariables variables) {
    if (!applies(variables)) {
      return Optional.empty();
    }
    return Optional.of(
        new MappedOutcome(
            type,
            text("status", status, variables),
            text("reason", reason, variables),
            text("message", message, variables)));
  }

  private boolean applies(RuleVariables variables) {
    try {
      if (when.evaluate(variables) instanceof Boolean answer) {
        return answer;
      }
    } catch (RuleFailure failure) {
      throw failure.in("when");
    }
    throw new RuleFailure("when expression did not return boolean");
  }

  private static String text(String step, CelProgram program, RuleVariables variables) {
    try {
      return CelText.of(program.evaluate(variables));
    } catch (RuleFailure failure) {
      throw failure.in(step);
    }
  }
}
