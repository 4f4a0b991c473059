package io.hyperfleet.rest.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.ReferenceRequest;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The body that creates a resource: checks the types of its members and nothing else. They are
 * looked at in the order in which they were sent, so that the first one that is wrong is told.
 */
final class ResourceCreateRequest {

  private Optional<String> kind = Optional.empty();
  private Optional<String> name = Optional.empty();
  private Optional<Document> spec = Optional.empty();
  private Map<String, String> labels = Map.of();
  private Map<String, List<ReferenceRequest>> references = Map.of();

  private ResourceCreateRequest() {}

  /**
   * @param schemaFirst whether a schema is checked on this route, which looks at the spec before
   *     anything else and takes no null for it
   */
  static ResourceRequest of(Map<String, Document> body, boolean schemaFirst) {
    if (schemaFirst
        && body.containsKey(MemberTypes.SPEC)
        && !MemberTypes.isObject(body.get(MemberTypes.SPEC))) {
      throw FleetException.invalid("spec field must be an object");
    }
    ResourceCreateRequest request = new ResourceCreateRequest();
    body.forEach(request::take);
    return new ResourceRequest(
        request.kind, request.name, request.spec, request.labels, request.references);
  }

  private void take(String member, Document value) {
    switch (member) {
      case "kind" -> kind = MemberTypes.string(member, JsonReader.tree(value));
      case "name" -> name = MemberTypes.string(member, JsonReader.tree(value));
      case MemberTypes.SPEC -> spec = MemberTypes.spec(value);
      case MemberTypes.LABELS -> labels = MemberTypes.labels(JsonReader.tree(value));
      case MemberTypes.REFERENCES -> references = MemberTypes.references(JsonReader.tree(value));
      default -> {
        // Unknown members are ignored.
      }
    }
  }
}
