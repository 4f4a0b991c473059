package io.hyperfleet.schema;

import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Schemas that are made of other schemas for the same value. */
final class Compositions {

  private Compositions() {}

  static List<Check> negation(Keywords keywords, Function<YamlValue, Check> compile) {
    return keywords
        .node("not")
        .map(compile)
        .map(
            refused ->
                demand(
                    (value, place) -> !refused.accepts(value, place),
                    "Doesn't match schema \"not\""))
        .map(List::of)
        .orElse(List.of());
  }

  static List<Check> selections(Keywords keywords, Function<YamlValue, Check> compile) {
    List<Check> checks = new ArrayList<>();
    List<Check> one = keywords.list("oneOf").stream().map(compile).toList();
    if (!one.isEmpty()) {
      checks.add(oneOf(one));
    }
    List<Check> any = keywords.list("anyOf").stream().map(compile).toList();
    if (!any.isEmpty()) {
      checks.add(
          demand(
              (value, place) -> anyAccepts(any, value, place),
              "doesn't match any schema from \"anyOf\""));
    }
    List<Check> all = keywords.list("allOf").stream().map(compile).toList();
    if (!all.isEmpty()) {
      checks.add(demand(Check.inOrder(all)::accepts, "doesn't match all schemas from \"allOf\""));
    }
    return checks;
  }

  private static Check oneOf(List<Check> schemas) {
    return (value, place) -> {
      List<String> matches = new ArrayList<>();
      for (int i = 0; i < schemas.size(); i++) {
        if (schemas.get(i).accepts(value, place)) {
          matches.add(Integer.toString(i));
        }
      }
      return switch (matches.size()) {
        case 0 -> place.violates("value doesn't match any schema from \"oneOf\"");
        case 1 -> Optional.empty();
        default ->
            place.violates(
                "value matches more than one schema from \"oneOf\""
                    + " (matches schemas at indices ["
                    + String.join(" ", matches)
                    + "])");
      };
    };
  }

  // Loops where streams would read better: a spec may be 500 levels deep, and each level of a
  // recursive schema keeps all frames between two of its checks on the stack.
  private static boolean anyAccepts(List<Check> schemas, JsonValue value, Place place) {
    for (Check schema : schemas) {
      if (schema.accepts(value, place)) {
        return true;
      }
    }
    return false;
  }

  private static Check demand(BiPredicate<JsonValue, Place> demand, String message) {
    return (value, place) -> demand.test(value, place) ? Optional.empty() : place.violates(message);
  }
}
