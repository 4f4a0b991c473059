package io.hyperfleet.application.resource;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.resource.ResourceCollection.Owner;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.HeldResource;
import io.hyperfleet.domain.resource.Labels;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.PatchRequest;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.ReferenceDraft;
import io.hyperfleet.domain.resource.ReferenceRequest;
import io.hyperfleet.domain.resource.References;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceDraft;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.ResourcePatch;
import io.hyperfleet.domain.resource.ResourceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Everything a caller may do to a resource but delete it, each in one unit of work; reads open no
 * transaction. What is checked in which order is published.
 */
public final class ResourceService {

  private final KindCatalogue kinds;
  private final ResourceStore resources;
  private final Members members;
  private final ResourceFactory factory;
  private final SpecSchemas schemas;
  private final Transactions transactions;
  private final int mostLabels;

  /**
   * The use cases on some stores.
   *
   * @param mostLabels how many a resource may have
   */
  public ResourceService(
      KindCatalogue kinds,
      Stores stores,
      ResourceFactory factory,
      SpecSchemas schemas,
      int mostLabels) {
    this.kinds = kinds;
    this.resources = stores.resources();
    this.members = new Members(kinds, resources);
    this.factory = factory;
    this.schemas = schemas;
    this.transactions = stores.transactions();
    this.mostLabels = mostLabels;
  }

  /** Creates a member of the collection; a child only below its owner. */
  public Resource create(
      RequestContext context, ResourceCollection collection, ResourceRequest request) {
    Labels.requireAtMost(mostLabels, request.labels());
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
          References references = confirmed(kind, draft.references());
          Resource created = factory.create(context, kind, owner, draft, references);
          resources.insert(created);
          return created;
        });
  }

  /** The resource of that id, as a client spelled it: a text that is no id names no resource. */
  public Resource get(RequestContext context, ResourceCollection collection, String id) {
    return get(context, collection, id, ResourcePart.ALL);
  }

  /** As above, and what is no part of the wanted ones comes empty. */
  public Resource get(
      RequestContext context, ResourceCollection collection, String id, Set<ResourcePart> parts) {
    return transactions.reading(context, () -> members.find(collection, id, parts));
  }

  /**
   * A part of the collection.
   *
   * @param selection asked for once the owner is known to exist, because that is told first
   */
  public Listing list(
      RequestContext context, ResourceCollection collection, Supplier<ListSelection> selection) {
    return transactions.reading(
        context,
        () -> {
          Optional<ResourceId> owner = collection.owner().map(members::requireOwner);
          ListSelection wanted = selection.get();
          ResourceQuery query = query(collection, owner, wanted);
          ListPart part = wanted.part();
          if (part.page().isEmpty()) {
            return following(query, part);
          }
          ResourceList found = resources.list(query.reading(part));
          return new Listing(found.items(), found.total(), Optional.empty());
        });
  }

  /** One more than is wanted tells whether there is more. */
  private Listing following(ResourceQuery query, ListPart part) {
    List<Resource> found = resources.list(query.after(part.position(), part.size() + 1)).items();
    if (found.size() <= part.size()) {
      return new Listing(found, OptionalLong.empty(), Optional.empty());
    }
    List<Resource> items = found.subList(0, part.size());
    ListPosition last = ListPosition.of(items.get(items.size() - 1), query.order());
    return new Listing(items, OptionalLong.empty(), Optional.of(last));
  }

  /** Replaces what the request names; what is already so is left as it is, and answered. */
  public Resource patch(
      RequestContext context, ResourceCollection collection, String id, PatchRequest request) {
    request.labels().ifPresent(labels -> Labels.requireAtMost(mostLabels, labels));
    if (ResourceId.hasShape(id)) {
      collection.kind().ifPresent(kind -> checkSpec(kind, request));
    }
    ResourcePatch patch = ResourcePatch.accept(request);
    return transactions.required(
        context,
        () -> {
          KindDescriptor kind = members.kindOf(collection, id);
          if (collection.kind().isEmpty()) {
            // Where the route names no kind, the resource does, and then the schema has its say.
            checkSpec(kind, request);
          }
          Resource stored =
              members
                  .find(collection, kind, id, resources::lock)
                  .orElseThrow(() -> FleetException.notFound(collection.memberName(), id));
          stored.requireActive();
          Optional<References> references =
              patch.references().map(wanted -> confirmed(kind, wanted));
          Optional<Resource> patched = factory.patch(context, kind, stored, patch, references);
          patched.ifPresent(next -> update(next, stored));
          return patched.orElse(stored);
        });
  }

  private void checkSpec(KindDescriptor kind, PatchRequest request) {
    request.spec().ifPresent(spec -> schemas.check(kind, spec));
  }

  /** What the request refers to, which then stays for as long as the transaction. */
  private References confirmed(KindDescriptor kind, Map<String, List<ReferenceRequest>> requested) {
    ReferenceDraft draft = ReferenceDraft.accept(kind, requested);
    Set<Reference> targets = draft.targets();
    return draft.confirm(targets.isEmpty() ? List.of() : resources.hold(targets));
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

  private static ResourceQuery query(
      ResourceCollection collection, Optional<ResourceId> owner, ListSelection wanted) {
    ResourceQuery all =
        collection.kind().map(kind -> ResourceQuery.of(kind.kind())).orElseGet(ResourceQuery::all);
    ResourceQuery owned = owner.map(all::ownedBy).orElse(all);
    ResourceQuery referring = wanted.referring().map(owned::referring).orElse(owned);
    return wanted
        .filter()
        .map(referring::matching)
        .orElse(referring)
        .orderedBy(wanted.order())
        .with(wanted.parts());
  }

  /** Stays as it is until the child is there: nobody can mark it for deletion meanwhile. */
  private OwnerReference activeOwner(Owner owner) {
    HeldResource found =
        ResourceId.parse(owner.id())
            .map(id -> new Reference(owner.kind().kind(), id))
            .flatMap(reference -> resources.hold(Set.of(reference)).stream().findFirst())
            .orElseThrow(() -> FleetException.notFound(owner.kind().name(), owner.id()));
    if (found.marked()) {
      throw FleetException.markedForDeletion(owner.kind().name(), owner.id());
    }
    return found.asOwner();
  }
}
