package io.hyperfleet.application.resource;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.resource.ResourceCollection.Owner;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceDraft;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Everything a caller may do to a resource, each in one unit of work; reads open no transaction.
 * What is checked in which order is published.
 */
public final class ResourceService {

  private final KindCatalogue kinds;
  private final ResourceStore resources;
  private final ResourceFactory factory;
  private final SpecSchemas schemas;
  private final Transactions transactions;

  public ResourceService(
      KindCatalogue kinds,
      ResourceStore resources,
      ResourceFactory factory,
      SpecSchemas schemas,
      Transactions transactions) {
    this.kinds = kinds;
    this.resources = resources;
    this.factory = factory;
    this.schemas = schemas;
    this.transactions = transactions;
  }

  /** Creates a member of the collection; a child only below its owner. */
  public Resource create(
      RequestContext context, ResourceCollection collection, ResourceRequest request) {
    collection
        .kind()
        .or(() -> request.kind().flatMap(kinds::named))
        .ifPresent(kind -> request.spec().ifPresent(spec -> schemas.check(kind, spec)));
    KindDescriptor kind = collection.kind().orElseGet(() -> rootKindOf(request));
    ResourceDraft draft = ResourceDraft.accept(kind, request);
    if (collection.owner().isEmpty()) {
      requireRoot(kind);
    }
    return transactions.required(
        context,
        () -> {
          Optional<OwnerReference> owner = collection.owner().map(this::activeOwner);
          Resource created = factory.create(context, kind, owner, draft);
          resources.insert(created);
          return created;
        });
  }

  /** The resource of that id, as a client spelled it: a text that is no id names no resource. */
  public Resource get(RequestContext context, ResourceCollection collection, String id) {
    return transactions.reading(
        context,
        () -> {
          collection.owner().ifPresent(owner -> requireOwner(owner, resources::find));
          return find(collection, id)
              .filter(found -> isMember(found, collection))
              .orElseThrow(() -> FleetException.notFound(collection.memberName(), id));
        });
  }

  /**
   * One page of the collection.
   *
   * @param page asked for once the owner is known to exist, because that is told first
   */
  public Page<Resource> list(
      RequestContext context, ResourceCollection collection, Supplier<PageRequest> page) {
    return transactions.reading(
        context,
        () -> {
          Optional<ResourceId> owner =
              collection.owner().map(found -> requireOwner(found, resources::find).id());
          PageRequest wanted = page.get();
          ResourceList part = resources.list(query(collection, owner).page(wanted));
          return new Page<>(part.items(), wanted.page(), part.total().orElseThrow());
        });
  }

  private KindDescriptor rootKindOf(ResourceRequest request) {
    KindDescriptor kind = ResourceDraft.kindOf(request, kinds);
    requireRoot(kind);
    return kind;
  }

  private void requireRoot(KindDescriptor kind) {
    kinds
        .parentOf(kind)
        .ifPresent(
            parent -> {
              throw FleetException.needsParent(
                  kind.name(), "/" + parent.plural() + "/{id}/" + kind.plural());
            });
  }

  private static ResourceQuery query(ResourceCollection collection, Optional<ResourceId> owner) {
    ResourceQuery all =
        collection.kind().map(kind -> ResourceQuery.of(kind.kind())).orElseGet(ResourceQuery::all);
    return owner.map(all::ownedBy).orElse(all);
  }

  private static Resource requireOwner(
      Owner owner, BiFunction<Kind, ResourceId, Optional<Resource>> way) {
    return ResourceId.parse(owner.id())
        .flatMap(id -> way.apply(owner.kind().kind(), id))
        .orElseThrow(() -> FleetException.notFound(owner.kind().name(), owner.id()));
  }

  /** Stays as it is until the child is there: nobody can mark it for deletion meanwhile. */
  private OwnerReference activeOwner(Owner owner) {
    Resource found = requireOwner(owner, resources::lock);
    if (found.audit().deleted().isPresent()) {
      throw FleetException.markedForDeletion(owner.kind().name(), owner.id());
    }
    return OwnerReference.to(found);
  }

  private Optional<Resource> find(ResourceCollection collection, String id) {
    return ResourceId.parse(id)
        .flatMap(
            known ->
                collection
                    .kind()
                    .map(kind -> resources.find(kind.kind(), known))
                    .orElseGet(() -> findOfAnyKind(known)));
  }

  private Optional<Resource> findOfAnyKind(ResourceId id) {
    List<Kind> served = kinds.all().stream().map(KindDescriptor::kind).toList();
    return resources.list(ResourceQuery.of(served, id)).items().stream().findFirst();
  }

  private static boolean isMember(Resource resource, ResourceCollection collection) {
    return collection.owner().isEmpty()
        || resource
            .owner()
            .map(owner -> owner.id().toString())
            .equals(collection.owner().map(Owner::id));
  }
}
