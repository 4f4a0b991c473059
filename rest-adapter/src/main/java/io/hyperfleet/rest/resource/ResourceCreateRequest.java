package io.hyperfleet.rest.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.rest.body.JsonReader;
import io.hyperfleet.rest.body.JsonValue;
import io.hyperfleet.rest.body.JsonValue.JsonArray;
import io.hyperfleet.rest.body.JsonValue.JsonObject;
import io.hyperfleet.rest.body.JsonValue.JsonString;
import io.hyperfleet.rest.body.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The body that creates a resource: checks the types of its members and nothing else. */
final class ResourceCreateRequest {

  private static final String LABELS = "labels";
  private static final String REFERENCES = "references";
  private static final JsonObject EMPTY = new JsonObject(Map.of());

  private ResourceCreateRequest() {}

  static ResourceRequest of(JsonValue body) {
    JsonObject request = topLevel(body);
    Optional<Document> spec = spec(request);
    request.members().forEach(ResourceCreateRequest::checkType);
    return new ResourceRequest(
        string("kind", request.member("kind")),
        string("name", request.member("name")),
        spec,
        labels(request),
        new TreeSet<>(object(REFERENCES, request.member(REFERENCES)).keySet()));
  }

  private static JsonObject topLevel(JsonValue body) {
    if (body.isNull()) {
      return EMPTY;
    }
    if (body instanceof JsonObject object) {
      return object;
    }
    throw JsonReader.notJson();
  }

  private static Optional<Document> spec(JsonObject request) {
    JsonValue spec = request.members().get("spec");
    if (spec == null) {
      return Optional.empty();
    }
    if (spec instanceof JsonObject object) {
      return Optional.of(new Document(JsonWriter.text(object::writeTo)));
    }
    throw FleetException.invalid("spec field must be an object");
  }

  private static Map<String, String> labels(JsonObject request) {
    Map<String, String> labels = new LinkedHashMap<>();
    object(LABELS, request.member(LABELS))
        .forEach((key, value) -> labels.put(key, string(LABELS, value).orElse("")));
    return labels;
  }

  private static void checkType(String member, JsonValue value) {
    switch (member) {
      case "kind", "name" -> string(member, value);
      case LABELS -> object(LABELS, value).values().forEach(label -> string(LABELS, label));
      case REFERENCES -> object(REFERENCES, value).values().forEach(ResourceCreateRequest::targets);
      default -> {
        // Unknown members are ignored.
      }
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
