package io.hyperfleet.rest.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What members of a request may hold. JSON null stands for an absent one, except for a label. */
final class MemberTypes {

  static final String LABELS = "labels";
  static final String REFERENCES = "references";

  private MemberTypes() {}

  static Optional<String> string(String path, JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(string.value());
    }
    requireNull(path, value, "a string");
    return Optional.empty();
  }

  static Map<String, String> labels(JsonValue value) {
    Map<String, String> labels = new LinkedHashMap<>();
    object(LABELS, value)
        .forEach(
            (key, label) ->
                labels.put(
                    key, string(LABELS, label).orElseThrow(() -> wrongType(LABELS, "a string"))));
    return labels;
  }

  /** The types of references that are named. */
  static SortedSet<String> references(JsonValue value) {
    Map<String, JsonValue> references = object(REFERENCES, value);
    references.values().forEach(MemberTypes::targets);
    return new TreeSet<>(references.keySet());
  }

  private static void targets(JsonValue targets) {
    for (JsonValue target : array(REFERENCES, targets)) {
      object(REFERENCES, target)
          .forEach(
              (member, value) -> {
                if (List.of("id", "kind", "href").contains(member)) {
                  string(REFERENCES + "." + member, value);
                }
              });
    }
  }

  private static Map<String, JsonValue> object(String path, JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.members();
    }
    requireNull(path, value, "an object");
    return Map.of();
  }

  private static List<JsonValue> array(String path, JsonValue value) {
    if (value instanceof JsonArray array) {
      return array.items();
    }
    requireNull(path, value, "an array");
    return List.of();
  }

  private static void requireNull(String path, JsonValue value, String expected) {
    if (!value.isNull()) {
      throw wrongType(path, expected);
    }
  }

  static FleetException wrongType(String path, String expected) {
    return FleetException.invalid("field '" + path + "' must be " + expected);
  }
}
