package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.json.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client asks to create, of the right types but not yet checked. */
public record ResourceRequest(
    Optional<String> kind,
    Optional<String> name,
    Optional<Document> spec,
    Map<String, String> labels,
    Map<String, List<ReferenceRequest>> references) {

  public ResourceRequest {
    labels = Map.copyOf(labels);
    references = Map.copyOf(references);
  }
}
