package io.hyperfleet.schema;

import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a schema demands of arrays. */
final class ArrayChecks {

  private ArrayChecks() {}

  static List<Check> of(Keywords keywords, Function<YamlValue, Check> compile) {
    List<Check> checks = new ArrayList<>();
    keywords.count(
        "minItems",
        min ->
            checks.add(
                Check.on(
                    JsonArray.class,
                    array -> array.items().size() >= min,
                    "minimum number of items is " + min)));
    keywords.count(
        "maxItems",
        max ->
            checks.add(
                Check.on(
                    JsonArray.class,
                    array -> array.items().size() <= max,
                    "maximum number of items is " + max)));
    if (keywords.flag("uniqueItems")) {
      checks.add(Check.on(JsonArray.class, ArrayChecks::hasNoDuplicates, "duplicate items found"));
    }
    keywords.node("items").map(compile).map(ArrayChecks::each).ifPresent(checks::add);
    return checks;
  }

  /**
   * By their texts: those can be ordered, so clients cannot slow the set down by colliding hashes.
   */
  private static boolean hasNoDuplicates(JsonArray array) {
    Set<String> seen = new HashSet<>();
    return array.items().stream().map(JsonValue::toString).allMatch(seen::add);
  }

  private static Check each(Check item) {
    return (value, place) ->
        value instanceof JsonArray array ? firstProblem(array, item, place) : Optional.empty();
  }

  private static Optional<Violation> firstProblem(JsonArray array, Check item, Place place) {
    for (int i = 0; i < array.items().size(); i++) {
      Optional<Violation> problem = item.problem(array.items().get(i), place.at(i));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }
}
