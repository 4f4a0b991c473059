package io.hyperfleet.application.resource;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.Reference;
import java.util.Objects;

/**
 * What a deletion has to know of a resource that goes with another one.
 *
 * @param owner that to which it belongs
 * @param marked whether it was marked for deletion before
 */
public record Descendant(
    Reference reference, Reference owner, int generation, Document conditions, boolean marked) {

  public Descendant {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(conditions, "conditions");
  }
}
