package io.hyperfleet.rest.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The body that creates a resource: checks the types of its members and nothing else. */
final class ResourceCreateRequest {

  private static final String KIND = "kind";
  private static final String NAME = "name";
  private static final Set<String> LOOKED_INTO =
      Set.of(KIND, NAME, MemberTypes.LABELS, MemberTypes.REFERENCES);

  private ResourceCreateRequest() {}

  static ResourceRequest of(Map<String, Document> body) {
    Optional<Document> spec = spec(body);
    JsonObject request = lookedInto(body);
    request.members().forEach(ResourceCreateRequest::checkType);
    return new ResourceRequest(
        MemberTypes.string(KIND, request.member(KIND)),
        MemberTypes.string(NAME, request.member(NAME)),
        spec,
        MemberTypes.labels(request.member(MemberTypes.LABELS)),
        MemberTypes.references(request.member(MemberTypes.REFERENCES)));
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

  /** In the order in which they were sent: the first one that is wrong is told. */
  private static void checkType(String member, JsonValue value) {
    switch (member) {
      case MemberTypes.LABELS -> MemberTypes.labels(value);
      case MemberTypes.REFERENCES -> MemberTypes.references(value);
      default -> MemberTypes.string(member, value);
    }
  }
}
