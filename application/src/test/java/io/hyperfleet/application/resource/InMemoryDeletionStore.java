package io.hyperfleet.application.resource;

import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Audit;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.References;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Deletions without a database, of what is in the store. */
public final class InMemoryDeletionStore implements DeletionStore {

  private static final int MOST_AT_ONCE = 3;

  private static final Comparator<Reference> ORDER =
      Comparator.comparing((Reference reference) -> reference.kind().name())
          .thenComparing(reference -> reference.id().toString());

  private final InMemoryResourceStore store;

  public InMemoryDeletionStore(InMemoryResourceStore store) {
    this.store = store;
  }

  @Override
  public Optional<Resource> lockWhole(Kind kind, ResourceId id) {
    return store.lock(kind, id);
  }

  @Override
  public List<Ancestor> lockMarkedAncestors(List<Kind> lineage, ResourceId id) {
    List<Ancestor> ancestors = new ArrayList<>();
    Optional<Resource> owner = ownerOf(store.lock(lineage.get(0), id));
    while (owner.filter(Resource::isMarked).isPresent()) {
      ancestors.add(new Ancestor(Reference.to(owner.get()), owner.get().generation()));
      owner = ownerOf(owner);
    }
    return ancestors;
  }

  private Optional<Resource> ownerOf(Optional<Resource> resource) {
    return resource.flatMap(Resource::owner).flatMap(owner -> store.find(owner.kind(), owner.id()));
  }

  /** In small parts, so that a test need not have many resources to see several. */
  @Override
  public Batch lockLevel(ResourceTree tree, int level, Optional<Reference> after) {
    List<Descendant> rest =
        level(tree, level).stream()
            .map(InMemoryDeletionStore::descendant)
            .sorted(Comparator.comparing(Descendant::reference, ORDER))
            .filter(
                found -> after.map(last -> ORDER.compare(found.reference(), last) > 0).orElse(true))
            .toList();
    return new Batch(rest.stream().limit(MOST_AT_ONCE).toList(), rest.size() < MOST_AT_ONCE);
  }

  private static Descendant descendant(Resource resource) {
    OwnerReference owner = resource.owner().orElseThrow();
    return new Descendant(
        Reference.to(resource),
        new Reference(owner.kind(), owner.id()),
        resource.generation(),
        resource.conditions(),
        resource.isMarked());
  }

  @Override
  public Optional<ActiveChild> activeChild(ResourceTree tree, Collection<Kind> kinds) {
    for (Resource resource : all(tree)) {
      for (Resource child : childrenOf(resource)) {
        if (kinds.contains(child.kind()) && !child.isMarked()) {
          return Optional.of(new ActiveChild(Reference.to(resource), child.kind()));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Referred> referred(ResourceTree tree, int most) {
    List<Resource> lowestFirst = new ArrayList<>();
    for (int level = tree.depth(); level >= 0; level--) {
      level(tree, level).stream()
          .sorted(Comparator.comparing(Reference::to, ORDER))
          .forEach(lowestFirst::add);
    }
    for (Resource resource : lowestFirst) {
      List<Referrer> referrers = referrersOf(Reference.to(resource));
      if (!referrers.isEmpty()) {
        return Optional.of(
            new Referred(
                Reference.to(resource),
                resource.name().value(),
                referrers.stream().limit(most).toList()));
      }
    }
    return Optional.empty();
  }

  private List<Referrer> referrersOf(Reference target) {
    return store.all().stream()
        .sorted(
            Comparator.comparing((Resource source) -> source.kind().name())
                .thenComparing(source -> source.name().value()))
        .flatMap(
            source ->
                source.references().values().values().stream()
                    .flatMap(List::stream)
                    .filter(target::equals)
                    .map(found -> new Referrer(source.kind(), source.name().value())))
        .toList();
  }

  @Override
  public void dropReferences(ResourceTree tree) {
    all(tree).forEach(resource -> store.put(referring(resource, References.NONE)));
  }

  @Override
  public void mark(List<Mark> marks, Stamp deleted, Instant updated) {
    Map<Reference, Mark> wanted = new HashMap<>();
    marks.forEach(mark -> wanted.put(mark.reference(), mark));
    for (Resource resource : store.all()) {
      Mark mark = wanted.get(Reference.to(resource));
      if (mark != null) {
        store.put(marked(resource, mark, deleted, updated));
      }
    }
  }

  private static Resource marked(Resource stored, Mark mark, Stamp deleted, Instant updated) {
    Audit audit = stored.audit();
    return new Resource(
        stored.id(),
        stored.kind(),
        stored.name(),
        stored.href(),
        stored.owner(),
        stored.labels(),
        stored.references(),
        stored.spec(),
        stored.tenancy(),
        mark.generation(),
        stored.version() + 1,
        new Audit(audit.created(), new Stamp(updated, audit.updated().by()), Optional.of(deleted)),
        mark.conditions());
  }

  @Override
  public boolean removeFinished(ResourceTree tree, Collection<Kind> waiting) {
    Set<ResourceId> staying = new HashSet<>();
    for (int level = tree.depth(); level >= 0; level--) {
      for (Resource resource : level(tree, level)) {
        boolean stays =
            waiting.contains(resource.kind())
                || childrenOf(resource).stream()
                    .anyMatch(
                        child ->
                            tree.kindsBelow().contains(child.kind())
                                ? staying.contains(child.id())
                                : child.isMarked());
        if (stays) {
          staying.add(resource.id());
        }
      }
    }
    all(tree).stream()
        .filter(resource -> !staying.contains(resource.id()))
        .forEach(resource -> store.delete(resource.kind(), resource.id()));
    return !staying.contains(tree.root().id());
  }

  @Override
  public boolean removeChildless(Reference resource) {
    Optional<Resource> stored = store.lock(resource.kind(), resource.id());
    return stored.isPresent()
        && childrenOf(stored.get()).isEmpty()
        && store.delete(resource.kind(), resource.id());
  }

  @Override
  public void removeAll(ResourceTree tree) {
    List<Resource> all = all(tree);
    Set<Reference> gone = new HashSet<>();
    all.forEach(resource -> gone.add(Reference.to(resource)));
    all.forEach(resource -> store.delete(resource.kind(), resource.id()));
    for (Resource resource : store.all()) {
      Map<String, List<Reference>> left = new HashMap<>();
      resource
          .references()
          .values()
          .forEach(
              (type, targets) ->
                  left.put(
                      type, targets.stream().filter(target -> !gone.contains(target)).toList()));
      store.put(referring(resource, References.of(left)));
    }
  }

  private static Resource referring(Resource stored, References references) {
    return new Resource(
        stored.id(),
        stored.kind(),
        stored.name(),
        stored.href(),
        stored.owner(),
        stored.labels(),
        references,
        stored.spec(),
        stored.tenancy(),
        stored.generation(),
        stored.version(),
        stored.audit(),
        stored.conditions());
  }

  private List<Resource> all(ResourceTree tree) {
    return Stream.iterate(0, level -> level <= tree.depth(), level -> level + 1)
        .flatMap(level -> level(tree, level).stream())
        .toList();
  }

  private List<Resource> level(ResourceTree tree, int level) {
    if (level == 0) {
      return store.lock(tree.root().kind(), tree.root().id()).stream().toList();
    }
    return level(tree, level - 1).stream()
        .flatMap(owner -> childrenOf(owner).stream())
        .filter(child -> tree.levels().get(level - 1).contains(child.kind()))
        .toList();
  }

  private List<Resource> childrenOf(Resource owner) {
    return store.all().stream()
        .filter(child -> child.owner().filter(up -> up.id().equals(owner.id())).isPresent())
        .toList();
  }
}
