package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.json.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asks to change, of the right types but not yet checked. What is empty stays as it
 * is.
 */
public record PatchRequest(
    Optional<Document> spec,
    Optional<Map<String, String>> labels,
    Optional<Map<String, List<ReferenceRequest>>> references) {

  public PatchRequest {
    labels = labels.map(Map::copyOf);
    references = references.map(Map::copyOf);
  }
}
