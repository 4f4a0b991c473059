package io.hyperfleet.application.resource;

import io.hyperfleet.domain.kind.KindDescriptor;
import java.util.Optional;

/**
 * Where a client looks for resources, and puts new ones.
 *
 * @param kind that of all its members; empty where any kind may be
 * @param owner whose children the members are; empty where it does not matter
 */
public record ResourceCollection(Optional<KindDescriptor> kind, Optional<Owner> owner) {

  /** Whatever there is. */
  public static final ResourceCollection EVERYTHING =
      new ResourceCollection(Optional.empty(), Optional.empty());

  /** All of a kind. */
  public static ResourceCollection of(KindDescriptor kind) {
    return new ResourceCollection(Optional.of(kind), Optional.empty());
  }

  /** Those of a kind that one resource owns. */
  public static ResourceCollection below(KindDescriptor parent, String id, KindDescriptor kind) {
    return new ResourceCollection(Optional.of(kind), Optional.of(new Owner(parent, id)));
  }

  /** What a failure calls a member of it. */
  String memberName() {
    return kind.map(KindDescriptor::name).orElse("Resource");
  }

  /**
   * A resource that may or may not exist.
   *
   * @param id as the client spelled it
   */
  public record Owner(KindDescriptor kind, String id) {}
}
