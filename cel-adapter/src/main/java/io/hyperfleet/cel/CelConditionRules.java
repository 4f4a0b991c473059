package io.hyperfleet.cel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hyperfleet.domain.kind.ConditionRule;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.ConditionRules;
import io.hyperfleet.domain.resource.MappedOutcome;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.status.AdapterReport;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rules in CEL. Each is compiled when it is needed for the first time, so that nobody without rules
 * loads the engine, and kept: there are as many as the declared kinds have.
 */
public final class CelConditionRules implements ConditionRules {

  private static final Comparator<ConditionRule> BY_TYPE =
      Comparator.comparing(rule -> rule.type().getBytes(UTF_8), Arrays::compareUnsigned);

  private final Map<ConditionRule, CompiledRule> compiled = new ConcurrentHashMap<>();

  @Override
  public List<MappedOutcome> evaluate(
      KindDescriptor kind, Resource resource, List<AdapterReport> reports) {
    if (kind.conditions().isEmpty()) {
      return List.of();
    }
    RuleVariables variables = new RuleVariables(resource, reports);
    return kind.conditions().stream()
        .sorted(BY_TYPE)
        .map(rule -> outcome(kind, rule, variables))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<MappedOutcome> outcome(
      KindDescriptor kind, ConditionRule rule, RuleVariables variables) {
    try {
      return compiled.computeIfAbsent(rule, CompiledRule::of).outcome(variables);
    } catch (RuleFailure failure) {
      throw failure.of(kind, rule);
    }
  }
}
