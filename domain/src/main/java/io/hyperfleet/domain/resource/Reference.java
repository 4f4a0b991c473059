package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.kind.Kind;
import java.util.Objects;

/** Names one resource of whichever kind. */
public record Reference(Kind kind, ResourceId id) {

  public Reference {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
  }

  public static Reference to(Resource resource) {
    return new Reference(resource.kind(), resource.id());
  }
}
