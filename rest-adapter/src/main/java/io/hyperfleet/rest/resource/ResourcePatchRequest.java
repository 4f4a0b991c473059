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

  private static final String SPEC = MemberTypes.SPEC;

  private Optional<Document> spec = Optional.empty();
  private Optional<Map<String, String>> labels = Optional.empty();
  private Optional<Map<String, List<ReferenceRequest>>> references = Optional.empty();

  private ResourcePatchRequest() {}

  /**
   * @param schemaFirst whether a schema is checked on this route, which looks at the spec before
   *     anything else and takes no null for it
   */
  static PatchRequest of(Map<String, Document> body, boolean schemaFirst) {
    if (schemaFirst && body.containsKey(SPEC) && !MemberTypes.isObject(body.get(SPEC))) {
      throw FleetException.invalid("spec field must be an object");
    }
    ResourcePatchRequest request = new ResourcePatchRequest();
    body.forEach(request::take);
    return new PatchRequest(request.spec, request.labels, request.references);
  }

  private void take(String member, Document value) {
    switch (member) {
      case SPEC -> spec = MemberTypes.spec(value);
      case MemberTypes.LABELS -> labels = present(value).map(MemberTypes::labels);
      case MemberTypes.REFERENCES -> references = present(value).map(MemberTypes::references);
      default ->
          throw FleetException.malformed(
              "Invalid request format: json: unknown field \"" + member + "\"");
    }
  }

  private static Optional<JsonValue> present(Document value) {
    return Optional.of(JsonReader.tree(value)).filter(present -> !present.isNull());
  }
}
