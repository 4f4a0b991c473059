package io.hyperfleet.domain.resource;

import java.util.Objects;

/**
 * What has to be known of a resource that others are about to depend on, and that stays as it is
 * for as long.
 *
 * @param marked whether it is marked for deletion
 */
public record HeldResource(Reference reference, String href, boolean marked) {

  public HeldResource {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(href, "href");
  }

  /** That of its children. */
  public OwnerReference asOwner() {
    return new OwnerReference(reference.id(), reference.kind(), href);
  }
}
