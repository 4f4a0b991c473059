package io.hyperfleet.application.resource;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.Stamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Takes whole trees of resources away, in transactions only. What it does to a tree costs one
 * statement, however many resources are in it.
 */
public interface DeletionStore {

  /**
   * The resource, which nobody changes, refers to or adds children to until the transaction ends;
   * empty if there is none.
   */
  Optional<Resource> lockWhole(Kind kind, ResourceId id);

  /**
   * The owner of a resource, its owner and so on, as far as they are marked for deletion: nearest
   * first, locked from the outermost on, so that nobody who deletes one of them waits in a circle.
   * An owner that somebody is about to mark is waited for; none can be marked afterwards.
   *
   * @param lineage the kind of the resource, that of its owner and so on, up to a root
   */
  List<Ancestor> lockMarkedAncestors(List<Kind> lineage, ResourceId id);

  /**
   * Locks a part of one level of a tree, as {@link #lockWhole} does, in the order of kind and id.
   * The level above must be locked whole.
   *
   * @param level from 1
   * @param after the last one of the part before; empty for the first part
   */
  Batch lockLevel(ResourceTree tree, int level, Optional<Reference> after);

  /**
   * An active resource of one of these kinds whose owner is in the tree; empty if there is none.
   */
  Optional<ActiveChild> activeChild(ResourceTree tree, Collection<Kind> kinds);

  /**
   * A resource of the tree to which others refer, or itself does; empty if there is none. A
   * resource that is marked for deletion refers to nothing.
   *
   * @param most how many of those who refer are wanted
   */
  Optional<Referred> referred(ResourceTree tree, int most);

  /** Lets everything in the tree refer to nothing. */
  void dropReferences(ResourceTree tree);

  /**
   * Stores the generation and the conditions of these, the deletion, and when they were updated.
   */
  void mark(List<Mark> marks, Stamp deleted, Instant updated);

  /**
   * Removes everything in the tree that waits for nothing: it is of none of the waiting kinds, and
   * no child is left that is marked for deletion. Its labels and reports go with it.
   *
   * @return whether the root is gone
   */
  boolean removeFinished(ResourceTree tree, Collection<Kind> waiting);

  /**
   * Removes the resource with its labels and reports, if there is no child of it, marked for
   * deletion or not.
   *
   * @return whether it is gone
   */
  boolean removeChildless(Reference resource);

  /** Removes the whole tree with its labels and reports, and all references to anything in it. */
  void removeAll(ResourceTree tree);

  /** An owner that is marked for deletion. */
  record Ancestor(Reference reference, int generation) {}

  /**
   * A part of a level.
   *
   * @param last whether no other follows
   */
  record Batch(List<Descendant> items, boolean last) {

    public Batch {
      items = List.copyOf(items);
    }
  }

  /** A resource as it is while it waits to go. */
  record Mark(Reference reference, int generation, Document conditions) {

    /** Two texts of the conditions, and a few small objects. */
    private static final int BYTES_PER_CHARACTER = 4;

    private static final int BYTES_OF_THE_REST = 512;

    static Mark of(Resource marked) {
      return new Mark(Reference.to(marked), marked.generation(), marked.conditions());
    }

    /** The memory that it takes, roughly. */
    long weight() {
      return (long) BYTES_PER_CHARACTER * conditions.json().length() + BYTES_OF_THE_REST;
    }
  }

  /** What keeps a resource from going: it has an active child of that kind. */
  record ActiveChild(Reference owner, Kind kind) {}

  /**
   * What keeps a resource from going: others refer to it.
   *
   * @param referrers one for each reference: kind and name
   */
  record Referred(Reference target, String name, List<Referrer> referrers) {

    public Referred {
      referrers = List.copyOf(referrers);
    }
  }

  /** A resource that refers to another one. */
  record Referrer(Kind kind, String name) {}
}
