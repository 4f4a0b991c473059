package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.kind.KindDescriptor;
import java.util.Optional;

/** The published addresses of resources. They are given once, at creation, and stay. */
public final class Hrefs {

  /** What all of them start with. */
  public static final String BASE = "/api/hyperfleet/v1";

  private Hrefs() {}

  /** A resource is found in its collection, and a child's collection belongs to its owner. */
  static String of(KindDescriptor kind, Optional<OwnerReference> owner, ResourceId id) {
    String above = owner.map(OwnerReference::href).orElse(BASE);
    return above + "/" + kind.plural() + "/" + id;
  }

  /** Where a resource can be found by whoever does not know its owner. */
  public static String flat(KindDescriptor kind, ResourceId id) {
    return BASE + "/" + kind.plural() + "/" + id;
  }
}
