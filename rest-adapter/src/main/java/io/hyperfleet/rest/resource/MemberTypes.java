package io.hyperfleet.rest.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.ReferenceRequest;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.JsonValue.JsonString;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What members of a request may hold. JSON null stands for an absent one, except for a label. */
final class MemberTypes {

  static final String SPEC = "spec";
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

  /** Stays text: whoever needs to look inside is further in. */
  static Optional<Document> spec(Document value) {
    return object(SPEC, value);
  }

  /** The same for any member of free JSON. */
  static Optional<Document> object(String path, Document value) {
    if (value.json().equals("null")) {
      return Optional.empty();
    }
    if (!isObject(value)) {
      throw wrongType(path, "an object");
    }
    return Optional.of(value);
  }

  static boolean isObject(Document value) {
    return value.json().startsWith("{");
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

  /** The targets that are named, by the type of reference. */
  static Map<String, List<ReferenceRequest>> references(JsonValue value) {
    Map<String, List<ReferenceRequest>> references = new LinkedHashMap<>();
    object(REFERENCES, value)
        .forEach(
            (type, targets) ->
                references.put(
                    type, array(REFERENCES, targets).stream().map(MemberTypes::target).toList()));
    return references;
  }

  /** Of its members, the first that is wrong is told; the address of a target is ours to know. */
  private static ReferenceRequest target(JsonValue value) {
    Map<String, JsonValue> members = object(REFERENCES, value);
    Map<String, String> texts = new HashMap<>();
    members.forEach(
        (member, text) -> {
          if (List.of("id", "kind", "href").contains(member)) {
            texts.put(member, string(REFERENCES + "." + member, text).orElse(""));
          }
        });
    return new ReferenceRequest(texts.getOrDefault("id", ""), texts.getOrDefault("kind", ""));
  }

  static Map<String, JsonValue> object(String path, JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.members();
    }
    requireNull(path, value, "an object");
    return Map.of();
  }

  static List<JsonValue> array(String path, JsonValue value) {
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
