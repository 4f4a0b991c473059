package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.kind.Kind;
import java.util.Objects;
import java.util.Optional;

/**
 * A target that a client names.
 *
 * @param id as the client spelled it; empty text if it did not
 * @param kind likewise
 */
public record ReferenceRequest(String id, String kind) {

  public ReferenceRequest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
  }

  /** The resource that may be meant; empty if the text is written like no id. */
  Optional<Reference> reference() {
    return ResourceId.parse(id).map(known -> new Reference(new Kind(kind), known));
  }
}
