package io.hyperfleet.domain.kind;

import io.hyperfleet.domain.status.AdapterName;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the rules of conditions can be kept, as far as their expressions need not be read. */
final class ConditionChecks {

  private static final int MAX_TYPE_BYTES = 100;

  private final Set<String> reserved;

  /** Types that the service itself gives to conditions of any of these are taken. */
  ConditionChecks(Collection<KindDescriptor> kinds) {
    reserved =
        Stream.concat(
                Stream.of("Reconciled", "LastKnownReconciled"),
                kinds.stream()
                    .flatMap(kind -> kind.requiredAdapters().stream())
                    .map(AdapterName::conditionType))
            .collect(Collectors.toSet());
  }

  void check(KindDescriptor kind) {
    Set<String> types = new HashSet<>();
    for (ConditionRule rule : kind.conditions()) {
      checkType(kind.name(), rule.type(), types);
      checkExpression(kind, rule, "when", rule.when());
      checkExpression(kind, rule, "output.status", rule.status());
      checkExpression(kind, rule, "output.reason", rule.reason());
      checkExpression(kind, rule, "output.message", rule.message());
    }
  }

  private void checkType(String kind, String type, Set<String> types) {
    refuseIf(
        !types.add(type),
        kind,
        "%s condition type '%s' is defined multiple times (each type must be unique)",
        kind,
        type);
    refuseIf(type.isEmpty(), kind, "%s condition type cannot be empty", kind);
    refuseIf(
        reserved.contains(type),
        kind,
        "%s condition type '%s' is reserved and cannot be overridden by mapping rules",
        kind,
        type);
    int bytes = type.getBytes(StandardCharsets.UTF_8).length;
    refuseIf(
        bytes > MAX_TYPE_BYTES,
        kind,
        "%s condition type '%s' exceeds max length %d (got %d)",
        kind,
        type,
        MAX_TYPE_BYTES,
        bytes);
  }

  private static void checkExpression(
      KindDescriptor kind, ConditionRule rule, String field, String expression) {
    refuseIf(
        expression.isBlank(),
        kind.name(),
        "%s.%s.%s: invalid CEL expression: there is none",
        kind.name(),
        rule.type(),
        field);
  }

  private static void refuseIf(boolean broken, String kind, String rule, Object... values) {
    if (broken) {
      throw new IllegalArgumentException(
          "entity \"%s\": invalid conditions: %s"
              .formatted(kind, String.format(Locale.ROOT, rule, values)));
    }
  }
}
