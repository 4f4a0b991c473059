package io.hyperfleet.schema;

import io.hyperfleet.json.JsonValue.JsonNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a schema demands of numbers. */
final class NumberChecks {

  private NumberChecks() {}

  static List<Check> of(Keywords keywords, Types types) {
    List<Check> checks = new ArrayList<>();
    if (types.areWholeNumbers()) {
      keywords.text("format").flatMap(NumberChecks::format).ifPresent(checks::add);
    }
    exclusive(keywords, "exclusiveMinimum", "minimum")
        .ifPresent(min -> checks.add(demand(n -> n.compareTo(min) > 0, "more than", min)));
    exclusive(keywords, "exclusiveMaximum", "maximum")
        .ifPresent(max -> checks.add(demand(n -> n.compareTo(max) < 0, "less than", max)));
    keywords
        .number("minimum")
        .ifPresent(min -> checks.add(demand(n -> n.compareTo(min) >= 0, "at least", min)));
    keywords
        .number("maximum")
        .ifPresent(max -> checks.add(demand(n -> n.compareTo(max) <= 0, "at most", max)));
    multipleOf(keywords)
        .ifPresent(
            unit ->
                checks.add(demand(n -> n.remainder(unit).signum() == 0, "a multiple of", unit)));
    return checks;
  }

  private static Optional<Check> format(String name) {
    return switch (name) {
      case "int32" -> Optional.of(within(Integer.MIN_VALUE, Integer.MAX_VALUE, name));
      case "int64" -> Optional.of(within(Long.MIN_VALUE, Long.MAX_VALUE, name));
      default -> Optional.empty();
    };
  }

  private static Check within(long min, long max, String name) {
    BigDecimal least = BigDecimal.valueOf(min);
    BigDecimal most = BigDecimal.valueOf(max);
    return Check.on(
        JsonNumber.class,
        number -> number.value().compareTo(least) >= 0 && number.value().compareTo(most) <= 0,
        "integer doesn't match the format \"%s\" (value should be between %d and %d)"
            .formatted(name, min, max));
  }

  /** True beside the inclusive keyword in OpenAPI 3.0, a number by itself from 3.1 on. */
  private static Optional<BigDecimal> exclusive(Keywords keywords, String own, String inclusive) {
    if (!keywords.isBoolean(own)) {
      return keywords.number(own);
    }
    return keywords.flag(own) ? keywords.number(inclusive) : Optional.empty();
  }

  private static Optional<BigDecimal> multipleOf(Keywords keywords) {
    Optional<BigDecimal> unit = keywords.number("multipleOf");
    if (unit.isPresent() && unit.get().signum() <= 0) {
      throw keywords.failure("multipleOf", "multipleOf must be more than 0");
    }
    return unit;
  }

  private static Check demand(Predicate<BigDecimal> demand, String relation, BigDecimal bound) {
    return Check.on(
        JsonNumber.class,
        number -> demand.test(number.value()),
        "number must be " + relation + " " + NumberText.of(bound));
  }
}
