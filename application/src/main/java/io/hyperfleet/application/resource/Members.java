package io.hyperfleet.application.resource;

import io.hyperfleet.application.resource.ResourceCollection.Owner;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.OnParentDelete;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The members of collections, by the ids that clients spell. */
final class Members {

  private final KindCatalogue kinds;
  private final ResourceStore resources;

  Members(KindCatalogue kinds, ResourceStore resources) {
    this.kinds = kinds;
    this.resources = resources;
  }

  /**
   * The member of that id; a text that is no id names none.
   *
   * @throws FleetException if there is none, or not even an owner, which is then told instead
   */
  Resource find(ResourceCollection collection, String id, Set<ResourcePart> parts) {
    if (collection.kind().isEmpty()) {
      return ofAnyKind(collection, id, parts);
    }
    return find(
            collection,
            collection.kind().get(),
            id,
            (kind, known) -> resources.find(kind, known, parts))
        .orElseThrow(() -> FleetException.notFound(collection.memberName(), id));
  }

  /** Which one that is; whether its owner exists is not asked. */
  Reference reference(ResourceCollection collection, String id) {
    Optional<KindDescriptor> kind = collection.kind();
    if (kind.isEmpty()) {
      return Reference.to(ofAnyKind(collection, id, Set.of()));
    }
    Optional<Reference> found =
        collection.owner().isPresent()
            ? member(collection, kind.get(), id, this::findBare).map(Reference::to)
            : ResourceId.parse(id)
                .filter(known -> resources.exists(kind.get().kind(), known))
                .map(known -> new Reference(kind.get().kind(), known));
    return found.orElseThrow(() -> FleetException.notFound(collection.memberName(), id));
  }

  private Optional<Resource> findBare(Kind kind, ResourceId id) {
    return resources.find(kind, id, Set.of());
  }

  /** The member of that id, locked; whether its owner exists is not asked. */
  Resource lock(ResourceCollection collection, String id) {
    Optional<KindDescriptor> kind = collection.kind();
    Optional<Resource> found =
        kind.isPresent()
            ? member(collection, kind.get(), id, resources::lock)
            : ResourceId.parse(id).flatMap(known -> resources.lock(served(), known));
    return found.orElseThrow(() -> FleetException.notFound(collection.memberName(), id));
  }

  /**
   * As {@link #find(ResourceCollection, String, Set)}, read in that way; empty if only the member
   * is missing.
   *
   * @param kind that of the collection, or that of the member
   */
  Optional<Resource> find(
      ResourceCollection collection,
      KindDescriptor kind,
      String id,
      BiFunction<Kind, ResourceId, Optional<Resource>> way) {
    Optional<Resource> found = member(collection, kind, id, way);
    if (found.isEmpty() || mayOutliveItsOwner(kind)) {
      collection.owner().ifPresent(this::requireOwner);
    }
    return found;
  }

  private static Optional<Resource> member(
      ResourceCollection collection,
      KindDescriptor kind,
      String id,
      BiFunction<Kind, ResourceId, Optional<Resource>> way) {
    return ResourceId.parse(id)
        .flatMap(known -> way.apply(kind.kind(), known))
        .filter(member -> isMember(member, collection));
  }

  /** The kind of the collection, or that of the member where any kind may be. */
  KindDescriptor kindOf(ResourceCollection collection, String id) {
    return collection
        .kind()
        .orElseGet(
            () -> kinds.named(ofAnyKind(collection, id, Set.of()).kind().name()).orElseThrow());
  }

  ResourceId requireOwner(Owner owner) {
    return ResourceId.parse(owner.id())
        .filter(id -> resources.exists(owner.kind().kind(), id))
        .orElseThrow(() -> FleetException.notFound(owner.kind().name(), owner.id()));
  }

  private Resource ofAnyKind(ResourceCollection collection, String id, Set<ResourcePart> parts) {
    return ResourceId.parse(id)
        .map(known -> resources.list(ResourceQuery.of(served(), known).with(parts)).items())
        .flatMap(found -> found.stream().findFirst())
        .orElseThrow(() -> FleetException.notFound(collection.memberName(), id));
  }

  private List<Kind> served() {
    return kinds.all().stream().map(KindDescriptor::kind).toList();
  }

  private static boolean isMember(Resource resource, ResourceCollection collection) {
    return collection.owner().isEmpty()
        || resource
            .owner()
            .map(owner -> owner.id().toString())
            .equals(collection.owner().map(Owner::id));
  }

  /** All others go before their owner, so that one who has them exists. */
  private static boolean mayOutliveItsOwner(KindDescriptor kind) {
    return kind.parent().filter(up -> up.onDelete() == OnParentDelete.KEEP).isPresent();
  }
}
