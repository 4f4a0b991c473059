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
import io.hyperfleet.domain.resource.Labels;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.PatchRequest;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceDraft;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.ResourcePatch;
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
    Labels.requireAtMost(kinds.mostLabels(), request.labels());
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

  /** Replaces what the request names; what is already so is left as it is, and answered. */
  public Resource patch(
      RequestContext context, ResourceCollection collection, String id, PatchRequest request) {
    request.labels().ifPresent(labels -> Labels.requireAtMost(kinds.mostLabels(), labels));
    if (ResourceId.hasShape(id)) {
      collection.kind().ifPresent(kind -> checkSpec(kind, request));
    }
    ResourcePatch patch = ResourcePatch.accept(request);
    return transactions.required(
        context,
        () -> {
          collection.owner().ifPresent(owner -> requireOwner(owner, resources::find));
          KindDescriptor kind =
              collection.kind().orElseGet(() -> kindOfMember(collection, id, request));
          Resource stored =
              ResourceId.parse(id)
                  .flatMap(known -> resources.lock(kind.kind(), known))
                  .filter(found -> isMember(found, collection))
                  .orElseThrow(() -> FleetException.notFound(collection.memberName(), id));
          Optional<Resource> patched = factory.patch(context, kind, stored, patch);
          patched.ifPresent(next -> update(next, stored));
          return patched.orElse(stored);
        });
  }

  private void checkSpec(KindDescriptor kind, PatchRequest request) {
    request.spec().ifPresent(spec -> schemas.check(kind, spec));
  }

  /** Where the route names no kind, the resource does, and then the schema has its say. */
  private KindDescriptor kindOfMember(
      ResourceCollection collection, String id, PatchRequest request) {
    Kind kind =
        find(collection, id)
            .map(Resource::kind)
            .orElseThrow(() -> FleetException.notFound(collection.memberName(), id));
    KindDescriptor descriptor = kinds.named(kind.name()).orElseThrow();
    checkSpec(descriptor, request);
    return descriptor;
  }

  /** Nobody else changes what is locked. */
  private void update(Resource next, Resource locked) {
    if (!resources.update(next, locked.version())) {
      throw new IllegalStateException("changed in spite of its lock: " + locked.id());
    }
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
