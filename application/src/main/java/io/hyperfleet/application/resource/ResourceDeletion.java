package io.hyperfleet.application.resource;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.resource.DeletionStore.Ancestor;
import io.hyperfleet.application.resource.DeletionStore.Batch;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindTree;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.RemovalReason;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How resources go: marked first, until all who have to report did, and removed with the last of
 * their children; or by force. A resource takes those below it along, or stays because of them.
 * Locks are taken from the outermost on, so that no two deletions wait for each other.
 */
public final class ResourceDeletion {

  /** As many as a person reads. */
  private static final int REFERRERS_TOLD = 100;

  private final KindCatalogue kinds;
  private final Members members;
  private final DeletionStore deletions;
  private final WaitingOwners owners;
  private final ResourceFactory factory;
  private final Transactions transactions;

  public ResourceDeletion(KindCatalogue kinds, Stores stores, ResourceFactory factory) {
    this.kinds = kinds;
    this.members = new Members(kinds, stores.resources());
    this.deletions = stores.deletions();
    this.owners = new WaitingOwners(kinds, deletions, stores.reports());
    this.factory = factory;
    this.transactions = stores.transactions();
  }

  /**
   * Marks a resource and what goes with it for deletion, and removes what waits for nobody. Done
   * again, it finds out whether there is still something to wait for.
   *
   * @return the resource after that, even if it is no more
   */
  public Resource delete(RequestContext context, ResourceCollection collection, String id) {
    return transactions.required(
        context,
        () -> {
          KindDescriptor kind = members.kindOf(collection, id);
          List<Ancestor> ancestors = waits(kind) ? List.of() : owners.lock(kind, id);
          Resource stored =
              members
                  .find(collection, kind, id, deletions::lockWhole)
                  .orElseThrow(() -> nothingToDelete(collection, id));
          return delete(context, KindTree.cascade(kinds, kind), stored, ancestors);
        });
  }

  private Resource delete(
      RequestContext context, KindTree cascade, Resource stored, List<Ancestor> ancestors) {
    Stamp now = factory.now(context);
    Stamp deleted = stored.audit().deleted().orElse(now);
    Marking marking = new Marking(deletions, context.memory(), deleted, now);
    ResourceTree tree = ResourceTree.of(Reference.to(stored), cascade);
    eachBelow(tree, batch -> mark(context, batch, now, marking));
    refuseIfNeeded(cascade, tree);
    if (cascade.refers()) {
      deletions.dropReferences(tree);
    }
    if (!waits(cascade.root())) {
      marking.store();
      if (removeFinished(cascade, tree)) {
        owners.childGone(ancestors);
        return stored.gone(now);
      }
    }
    Resource marked = factory.marked(cascade.root(), stored, now);
    marking.add(DeletionStore.Mark.of(marked));
    marking.store();
    if (waits(cascade.root())) {
      removeFinished(cascade, tree);
    }
    return marked;
  }

  /**
   * Removes a resource that is marked for deletion, and everything below it, whoever has not
   * reported and whoever refers to it.
   */
  public void force(
      RequestContext context, ResourceCollection collection, String id, RemovalReason reason) {
    transactions.required(
        context,
        () -> {
          KindDescriptor kind = members.kindOf(collection, id);
          List<Ancestor> ancestors = owners.lock(kind, id);
          Resource stored =
              members
                  .find(collection, kind, id, deletions::lockWhole)
                  .orElseThrow(() -> FleetException.notFound(collection.memberName(), id));
          if (!stored.isMarked()) {
            throw FleetException.notFinalizing(kind.name(), id);
          }
          ResourceTree tree = ResourceTree.of(Reference.to(stored), KindTree.whole(kinds, kind));
          ForcedRemoval removal = new ForcedRemoval(tree.root(), context, reason);
          eachBelow(tree, batch -> batch.items().forEach(removal::add));
          deletions.removeAll(tree);
          owners.childGone(ancestors);
          transactions.afterCommit(removal::log);
          return stored;
        });
  }

  /** Somebody has to report before a resource of this kind goes. */
  private static boolean waits(KindDescriptor kind) {
    return !kind.requiredAdapters().isEmpty();
  }

  private void eachBelow(ResourceTree tree, Consumer<Batch> use) {
    for (int level = 1; level <= tree.depth(); level++) {
      Batch batch = deletions.lockLevel(tree, level, Optional.empty());
      use.accept(batch);
      while (!batch.last()) {
        Descendant last = batch.items().get(batch.items().size() - 1);
        batch = deletions.lockLevel(tree, level, Optional.of(last.reference()));
        use.accept(batch);
      }
    }
  }

  /** A large level is stored piece by piece, so that no more than a piece is ever held. */
  private void mark(RequestContext context, Batch batch, Stamp now, Marking marking) {
    for (Descendant found : batch.items()) {
      if (!found.marked()) {
        KindDescriptor kind = descriptor(found.reference());
        marking.add(context.memory().lent(() -> factory.marked(kind, found, now)));
      }
    }
    if (!batch.last()) {
      marking.store();
    }
  }

  private KindDescriptor descriptor(Reference reference) {
    return kinds.named(reference.kind().name()).orElseThrow();
  }

  private void refuseIfNeeded(KindTree cascade, ResourceTree tree) {
    List<Kind> restricting = cascade.restricting(kinds);
    if (!restricting.isEmpty()) {
      deletions
          .activeChild(tree, restricting)
          .ifPresent(
              child -> {
                Reference owner = child.owner();
                throw FleetException.hasActiveChildren(
                    owner.kind().name(), owner.id().toString(), child.kind().name());
              });
    }
    if (cascade.isReferredTo(kinds)) {
      deletions
          .referred(tree, REFERRERS_TOLD)
          .ifPresent(
              referred -> {
                throw FleetException.isReferenced(
                    referred.target().kind().name(),
                    referred.name(),
                    referred.referrers().stream()
                        .map(source -> source.kind().name() + " \"" + source.name() + "\"")
                        .toList());
              });
    }
  }

  private boolean removeFinished(KindTree cascade, ResourceTree tree) {
    List<KindDescriptor> all = cascade.all();
    List<Kind> waiting =
        all.stream().filter(ResourceDeletion::waits).map(KindDescriptor::kind).toList();
    return waiting.size() < all.size() && deletions.removeFinished(tree, waiting);
  }

  private static FleetException nothingToDelete(ResourceCollection collection, String id) {
    return collection.kind().isPresent() && collection.owner().isEmpty()
        ? FleetException.nothingToDelete(collection.memberName())
        : FleetException.notFound(collection.memberName(), id);
  }
}
