package io.hyperfleet.schema;

import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.yaml.YamlValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What a schema demands of objects. */
final class ObjectChecks {

  private static final Check ANYTHING = (value, place) -> Optional.empty();

  /** Told of the object, not of the member. */
  private static final Check UNSUPPORTED =
      (value, place) -> place.parent().violates("property \"" + place.name() + "\" is unsupported");

  private ObjectChecks() {}

  static List<Check> of(Keywords keywords, Function<YamlValue, Check> compile) {
    List<Check> checks = new ArrayList<>();
    keywords.count(
        "minProperties",
        min ->
            checks.add(
                Check.on(
                    JsonObject.class,
                    object -> object.members().size() >= min,
                    "there must be at least " + min + " properties")));
    keywords.count(
        "maxProperties",
        max ->
            checks.add(
                Check.on(
                    JsonObject.class,
                    object -> object.members().size() <= max,
                    "there must be at most " + max + " properties")));
    checks.add(members(keywords, compile));
    keywords.texts("required").forEach(name -> checks.add(required(name)));
    return checks;
  }

  private static Check members(Keywords keywords, Function<YamlValue, Check> compile) {
    Map<String, Check> declared = new HashMap<>();
    keywords.map("properties").forEach((name, node) -> declared.put(name, compile.apply(node)));
    Check others = others(keywords, compile);
    return (value, place) ->
        value instanceof JsonObject object
            ? firstProblem(object, name -> declared.getOrDefault(name, others), place)
            : Optional.empty();
  }

  private static Check others(Keywords keywords, Function<YamlValue, Check> compile) {
    if (!keywords.isBoolean("additionalProperties")) {
      return keywords.node("additionalProperties").map(compile).orElse(ANYTHING);
    }
    return keywords.flag("additionalProperties") ? ANYTHING : UNSUPPORTED;
  }

  private static Optional<Violation> firstProblem(
      JsonObject object, Function<String, Check> checks, Place place) {
    // Published order: by name.
    for (Map.Entry<String, JsonValue> member : new TreeMap<>(object.members()).entrySet()) {
      String name = member.getKey();
      Optional<Violation> problem = checks.apply(name).problem(member.getValue(), place.at(name));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Check required(String name) {
    return (value, place) ->
        value instanceof JsonObject object && !object.members().containsKey(name)
            ? place.at(name).violates("property \"" + name + "\" is missing")
            : Optional.empty();
  }
}
