package io.hyperfleet.cel;

import io.hyperfleet.domain.kind.ConditionExpressions;
import io.hyperfleet.domain.kind.ConditionRule;
import io.hyperfleet.domain.kind.KindDescriptor;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Expressions in CEL. The engine is loaded with the first rule, so nobody else waits for it. */
public final class CelConditionExpressions implements ConditionExpressions {

  @Override
  public List<String> problems(KindDescriptor kind, ConditionRule rule) {
    String name = kind.name() + "." + rule.type() + ".";
    return Stream.of(
            told(name + "when", rule.when(), CelReader.CONDITION),
            told(name + "output.status", rule.status(), CelReader.OUTPUT),
            told(name + "output.reason", rule.reason(), CelReader.OUTPUT),
            told(name + "output.message", rule.message(), CelReader.OUTPUT))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> told(String field, String expression, CelReader reader) {
    return reader
        .problem(expression)
        .map(problem -> "%s: %s\nExpression: %s".formatted(field, problem, expression));
  }
}
