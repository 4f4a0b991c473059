package io.hyperfleet.application.resource;

import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import java.util.Optional;

/**
 * Keeps resources of all kinds. What a read returns equals what was stored, except that JSON may
 * come back in another spelling of the same value.
 */
public interface ResourceStore {

  /**
   * Stores a new resource, within the running transaction.
   *
   * @throws io.hyperfleet.domain.error.FleetException of code {@code CONFLICT} if an active
   *     resource has the same kind, name and owner (for roots: tenancy). A resource that is marked
   *     for deletion does not hold its name.
   */
  void insert(Resource resource);

  /**
   * The resource, also if it is marked for deletion; empty if there is none of that kind and id.
   */
  Optional<Resource> find(Kind kind, ResourceId id);

  /**
   * Lists the resources of a kind, latest created first, equal times by descending id; those marked
   * for deletion included. A page past the end is empty and still carries the total.
   */
  Page<Resource> list(Kind kind, PageRequest page);
}
