package io.hyperfleet.rest.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.JsonValue.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The body that creates a resource: checks the types of its members and nothing else. */
final class ResourceCreateRequest {

  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final String LABELS = "labels";
  private static final String REFERENCES = "references";
  private static final Set<String> LOOKED_INTO = Set.of(KIND, NAME, LABELS, REFERENCES);

  private ResourceCreateRequest() {}

  static ResourceRequest of(Map<String, Document> body) {
    Optional<Document> spec = spec(body);
    JsonObject request = lookedInto(body);
    request.members().forEach(ResourceCreateRequest::checkType);
    return new ResourceRequest(
        string(KIND, request.member(KIND)),
        string(NAME, request.member(NAME)),
        spec,
        labels(request),
        new TreeSet<>(object(REFERENCES, request.member(REFERENCES)).keySet()));
  }

  /** Stays text: whoever needs to look inside is further in. */
  private static Optional<Document> spec(Map<String, Document> body) {
    Optional<Document> spec = Optional.ofNullable(body.get("spec"));
    if (spec.isPresent() && !spec.get().json().startsWith("{")) {
      throw FleetException.invalid("spec field must be an object");
    }
    return spec;
  }

  /** Unknown members are ignored. */
  private static JsonObject lookedInto(Map<String, Document> body) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    body.forEach(
        (name, value) -> {
          if (LOOKED_INTO.contains(name)) {
            members.put(name, JsonReader.tree(value));
          }
        });
    return new JsonObject(members);
  }

  private static Map<String, String> labels(JsonObject request) {
    Map<String, String> labels = new LinkedHashMap<>();
    object(LABELS, request.member(LABELS))
        .forEach((key, value) -> labels.put(key, string(LABELS, value).orElse("")));
    return labels;
  }

  private static void checkType(String member, JsonValue value) {
    switch (member) {
      case LABELS -> object(LABELS, value).values().forEach(label -> string(LABELS, label));
      case REFERENCES -> object(REFERENCES, value).values().forEach(ResourceCreateRequest::targets);
      default -> string(member, value);
    }
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

  private static Optional<String> string(String path, JsonValue value) {
    if (value instanceof JsonString string) {
      return Optional.of(string.value());
    }
    requireNull(path, value, "a string");
    return Optional.empty();
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

  /** JSON null stands for an absent value wherever a type is expected. */
  private static void requireNull(String path, JsonValue value, String expected) {
    if (!value.isNull()) {
      throw FleetException.invalid("field '" + path + "' must be " + expected);
    }
  }
}
