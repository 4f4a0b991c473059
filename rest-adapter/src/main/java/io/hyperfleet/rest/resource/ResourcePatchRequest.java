package io.hyperfleet.rest.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.PatchRequest;
import io.hyperfleet.domain.resource.ReferenceRequest;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body that changes a resource. A member that it does not know is refused, because whoever
 * sends one believes that it can be changed.
 */
final class ResourcePatchRequest {

  private static final String SPEC = "spec";
  private static final String OBJECT = "an object";

  private Optional<Document> spec = Optional.empty();
  private Optional<Map<String, String>> labels = Optional.empty();
  private Optional<Map<String, List<ReferenceRequest>>> references = Optional.empty();

  private ResourcePatchRequest() {}

  /**
   * @param schemaFirst whether a schema is checked on this route, which looks at the spec before
   *     anything else and takes no null for it
   */
  static PatchRequest of(Map<String, Document> body, boolean schemaFirst) {
    if (schemaFirst && body.containsKey(SPEC) && !isObject(body.get(SPEC))) {
      throw FleetException.invalid("spec field must be an object");
    }
    ResourcePatchRequest request = new ResourcePatchRequest();
    body.forEach(request::take);
    return new PatchRequest(request.spec, request.labels, request.references);
  }

  private void take(String member, Document value) {
    switch (member) {
      case SPEC -> spec = spec(value);
      case MemberTypes.LABELS -> labels = present(value).map(MemberTypes::labels);
      case MemberTypes.REFERENCES -> references = present(value).map(MemberTypes::references);
      default ->
          throw FleetException.malformed(
              "Invalid request format: json: unknown field \"" + member + "\"");
    }
  }

  /** Stays text: whoever needs to look inside is further in. */
  private static Optional<Document> spec(Document value) {
    if (isNull(value)) {
      return Optional.empty();
    }
    if (!isObject(value)) {
      throw MemberTypes.wrongType(SPEC, OBJECT);
    }
    return Optional.of(value);
  }

  private static Optional<JsonValue> present(Document value) {
    return Optional.of(JsonReader.tree(value)).filter(present -> !present.isNull());
  }

  private static boolean isObject(Document value) {
    return value.json().startsWith("{");
  }

  private static boolean isNull(Document value) {
    return value.json().equals("null");
  }
}
