package io.hyperfleet.application.resource;

import io.hyperfleet.application.InMemoryTransactions;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Audit;
import io.hyperfleet.domain.resource.HeldResource;
import io.hyperfleet.domain.resource.Labels;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.References;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.ResourceName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The store without a database. */
public final class InMemoryResourceStore implements ResourceStore {

  private final InMemoryTransactions transactions;
  private final Map<ResourceId, Resource> resources = new HashMap<>();

  public InMemoryResourceStore(InMemoryTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void insert(Resource resource) {
    transactions.requireTransaction();
    if (isActive(resource) && holdsName(Scope.of(resource))) {
      throw FleetException.alreadyExists(resource.kind().name());
    }
    if (resources.containsKey(resource.id())) {
      throw new IllegalStateException("an id is given once: " + resource.id());
    }
    put(resource);
  }

  @Override
  public Optional<Resource> find(Kind kind, ResourceId id, Set<ResourcePart> parts) {
    transactions.requireUnit();
    return Optional.ofNullable(resources.get(id))
        .filter(found -> found.kind().equals(kind))
        .map(found -> only(parts, found));
  }

  private static Resource only(Set<ResourcePart> parts, Resource whole) {
    return new Resource(
        whole.id(),
        whole.kind(),
        whole.name(),
        whole.href(),
        whole.owner(),
        parts.contains(ResourcePart.LABELS) ? whole.labels() : Labels.NONE,
        parts.contains(ResourcePart.REFERENCES) ? whole.references() : References.NONE,
        parts.contains(ResourcePart.SPEC) ? whole.spec() : Document.EMPTY_OBJECT,
        parts.contains(ResourcePart.TENANCY) ? whole.tenancy() : Document.EMPTY_OBJECT,
        whole.generation(),
        whole.version(),
        whole.audit(),
        parts.contains(ResourcePart.CONDITIONS) ? whole.conditions() : new Document("[]"));
  }

  /** Nobody else changes anything until the transaction ends. */
  @Override
  public Optional<Resource> lock(Collection<Kind> kinds, ResourceId id) {
    transactions.requireTransaction();
    return kinds.stream().flatMap(kind -> find(kind, id).stream()).findFirst();
  }

  @Override
  public boolean exists(Kind kind, ResourceId id) {
    return find(kind, id).isPresent();
  }

  @Override
  public List<HeldResource> hold(Set<Reference> wanted) {
    transactions.requireTransaction();
    return wanted.stream()
        .flatMap(reference -> find(reference.kind(), reference.id()).stream())
        .map(found -> new HeldResource(Reference.to(found), found.href(), found.isMarked()))
        .toList();
  }

  /** Whatever there is, as it is now. */
  List<Resource> all() {
    transactions.requireTransaction();
    return List.copyOf(resources.values());
  }

  @Override
  public ResourceList list(ResourceQuery query) {
    transactions.requireUnit();
    List<Resource> matching =
        resources.values().stream()
            .filter(new InMemoryQuery(query)::matches)
            .sorted(InMemoryQuery.comparator(query.order()))
            .toList();
    ListPart part = query.part();
    List<Resource> items =
        matching.stream()
            .filter(resource -> InMemoryQuery.isAfter(resource, part.position(), query.order()))
            .skip(part.offset())
            .limit(part.size())
            .map(resource -> only(query.parts(), resource))
            .toList();
    return new ResourceList(
        items, part.counted() ? OptionalLong.of(matching.size()) : OptionalLong.empty());
  }

  @Override
  public boolean update(Resource resource, long expectedVersion) {
    Optional<Resource> stored =
        lock(resource.kind(), resource.id()).filter(old -> old.version() == expectedVersion);
    stored.map(old -> merged(old, resource)).ifPresent(this::put);
    return stored.isPresent();
  }

  @Override
  public boolean delete(Kind kind, ResourceId id) {
    Optional<Resource> stored = lock(kind, id);
    stored.ifPresent(this::remove);
    return stored.isPresent();
  }

  private static Resource merged(Resource stored, Resource changed) {
    return new Resource(
        stored.id(),
        stored.kind(),
        stored.name(),
        stored.href(),
        stored.owner(),
        changed.labels(),
        changed.references(),
        changed.spec(),
        stored.tenancy(),
        changed.generation(),
        changed.version(),
        new Audit(stored.audit().created(), changed.audit().updated(), changed.audit().deleted()),
        changed.conditions());
  }

  void put(Resource resource) {
    undoable(resource.id());
    resources.put(resource.id(), resource);
  }

  private void remove(Resource resource) {
    undoable(resource.id());
    resources.remove(resource.id());
    List.copyOf(resources.values()).stream()
        .filter(child -> isNodePoolOf(resource, child))
        .forEach(this::remove);
  }

  private void undoable(ResourceId id) {
    Resource before = resources.get(id);
    transactions.onRollback(
        () -> {
          if (before == null) {
            resources.remove(id);
          } else {
            resources.put(id, before);
          }
        });
  }

  private static boolean isNodePoolOf(Resource owner, Resource child) {
    return child.kind().name().equals("NodePool")
        && child.owner().filter(reference -> reference.id().equals(owner.id())).isPresent();
  }

  private boolean holdsName(Scope wanted) {
    return resources.values().stream()
        .filter(InMemoryResourceStore::isActive)
        .anyMatch(other -> Scope.of(other).equals(wanted));
  }

  private static boolean isActive(Resource resource) {
    return resource.audit().deleted().isEmpty();
  }

  /** What only one active resource may hold. */
  private record Scope(Kind kind, ResourceName name, String within) {

    static Scope of(Resource resource) {
      String within =
          resource
              .owner()
              .map(owner -> owner.id().toString())
              .orElseGet(() -> CanonicalResource.canonical(resource.tenancy()).json());
      return new Scope(resource.kind(), resource.name(), within);
    }
  }
}
