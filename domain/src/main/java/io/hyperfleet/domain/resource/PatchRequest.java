package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.json.Document;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a client asks to change, of the right types but not yet checked. What is empty stays as it
 * is.
 *
 * @param references the reference types that were sent, in order
 */
public record PatchRequest(
    Optional<Document> spec,
    Optional<Map<String, String>> labels,
    Optional<SortedSet<String>> references) {

  public PatchRequest {
    labels = labels.map(Map::copyOf);
    references = references.map(types -> Collections.unmodifiableSortedSet(new TreeSet<>(types)));
  }
}
