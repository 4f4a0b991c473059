package io.hyperfleet.application.resource;

import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.HeldResource;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps resources of all kinds. It is used within units of work only, see {@link
 * io.hyperfleet.application.Transactions}, and whatever changes or locks needs a transaction. What
 * a read returns equals what was stored, except that JSON may come back in another spelling of the
 * same value.
 */
public interface ResourceStore {

  /**
   * Stores a new resource.
   *
   * @throws io.hyperfleet.domain.error.FleetException of code {@code CONFLICT} if an active
   *     resource has the same kind, name and owner (for roots: tenancy). A resource that is marked
   *     for deletion does not hold its name.
   */
  void insert(Resource resource);

  /**
   * The resource, also if it is marked for deletion; empty if there is none of that kind and id.
   */
  default Optional<Resource> find(Kind kind, ResourceId id) {
    return find(kind, id, ResourcePart.ALL);
  }

  /** As {@link #find(Kind, ResourceId)}, and what is no part of the wanted ones comes empty. */
  Optional<Resource> find(Kind kind, ResourceId id, Set<ResourcePart> parts);

  /**
   * As {@link #find(Kind, ResourceId)}, and the resource stays as it is until the transaction ends:
   * another transaction that locks, updates or deletes it waits for that, and then sees what became
   * of it. Whoever only holds it does not wait.
   */
  default Optional<Resource> lock(Kind kind, ResourceId id) {
    return lock(List.of(kind), id);
  }

  /** As {@link #lock(Kind, ResourceId)}, where it may be of any of these kinds. */
  Optional<Resource> lock(Collection<Kind> kinds, ResourceId id);

  /** Whether there is one, also if it is marked for deletion. */
  boolean exists(Kind kind, ResourceId id);

  /**
   * Those of the wanted ones that exist, in any order. Until the transaction ends, they are neither
   * removed nor marked for deletion; anything else may happen to them.
   */
  List<HeldResource> hold(Set<Reference> wanted);

  /**
   * The resources that match, those marked for deletion included. A page past the end is empty and
   * still carries the total if it is counted. Under concurrent changes the total and the items may
   * tell of two moments.
   */
  ResourceList list(ResourceQuery query);

  /**
   * Replaces labels, references, spec, generation, conditions, version and what is on record of the
   * last update and the deletion, if the stored version is the expected one. Name, owner, tenancy
   * and creation are never changed, and not looked at.
   *
   * @return whether it did; false leaves everything as it was
   */
  boolean update(Resource resource, long expectedVersion);

  /**
   * Removes the resource with its labels and references; a cluster takes its node pools with it.
   *
   * @return whether there was one
   */
  boolean delete(Kind kind, ResourceId id);
}
