package io.hyperfleet.application.resource;

import io.hyperfleet.application.InMemoryTransactions;
import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.ResourceName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The store without a database. */
public final class InMemoryResourceStore implements ResourceStore {

  // The text of an id sorts as PostgreSQL sorts it; UUID.compareTo is signed and does not.
  private static final Comparator<Resource> LATEST_FIRST =
      Comparator.comparing((Resource resource) -> resource.audit().created().time())
          .thenComparing(resource -> resource.id().toString())
          .reversed();

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
    transactions.onRollback(() -> resources.remove(resource.id()));
    resources.put(resource.id(), resource);
  }

  @Override
  public Optional<Resource> find(Kind kind, ResourceId id) {
    transactions.requireUnit();
    return Optional.ofNullable(resources.get(id)).filter(found -> found.kind().equals(kind));
  }

  @Override
  public Page<Resource> list(Kind kind, PageRequest page) {
    transactions.requireUnit();
    List<Resource> all =
        resources.values().stream().filter(one -> one.kind().equals(kind)).toList();
    List<Resource> items =
        all.stream().sorted(LATEST_FIRST).skip(page.offset()).limit(page.size()).toList();
    return new Page<>(items, page.page(), all.size());
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
