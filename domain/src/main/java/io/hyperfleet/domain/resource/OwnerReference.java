package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.kind.Kind;
import java.util.Objects;

/** The parent of a resource of a child kind. */
public record OwnerReference(ResourceId id, Kind kind, String href) {

  public OwnerReference {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(href, "href");
  }

  /** That of the children of a resource. */
  public static OwnerReference to(Resource owner) {
    return new OwnerReference(owner.id(), owner.kind(), owner.href());
  }
}
