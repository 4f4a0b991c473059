package io.hyperfleet.rest.resource;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.RemovalReason;
import io.hyperfleet.json.JsonReader;
import java.util.Map;
import java.util.Optional;

/** The body that removes a resource by force. Other members than the reason are ignored. */
final class ForceDeleteRequest {

  private static final String REASON = "reason";

  private ForceDeleteRequest() {}

  static RemovalReason of(Map<String, Document> body) {
    return RemovalReason.accept(
        Optional.ofNullable(body.get(REASON))
            .flatMap(reason -> MemberTypes.string(REASON, JsonReader.tree(reason)))
            .orElse(""));
  }
}
