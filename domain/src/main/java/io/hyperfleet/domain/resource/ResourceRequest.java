package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.json.Document;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a client asks to create, of the right types but not yet checked.
 *
 * @param references the reference types that were sent, in order
 */
public record ResourceRequest(
    Optional<String> kind,
    Optional<String> name,
    Optional<Document> spec,
    Map<String, String> labels,
    SortedSet<String> references) {

  public ResourceRequest {
    labels = Map.copyOf(labels);
    references = Collections.unmodifiableSortedSet(new TreeSet<>(references));
  }
}
