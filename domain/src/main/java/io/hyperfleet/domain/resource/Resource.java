package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindDescriptor;
import java.util.Objects;
import java.util.Optional;

/**
 * One resource of the fleet.
 *
 * @param owner present exactly for child kinds
 * @param tenancy the scope within which the name of a root is unique, as a JSON object
 * @param generation counts the changes of what is desired, from 1
 * @param version counts every change of the resource, from 1, also those of its status
 * @param conditions a JSON array in the order in which clients see it
 */
public record Resource(
    ResourceId id,
    Kind kind,
    ResourceName name,
    String href,
    Optional<OwnerReference> owner,
    Labels labels,
    Document spec,
    Document tenancy,
    int generation,
    long version,
    Audit audit,
    Document conditions) {

  public static final int FIRST_GENERATION = 1;
  private static final long FIRST_VERSION = 1;

  public Resource {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(href, "href");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(tenancy, "tenancy");
    Objects.requireNonNull(audit, "audit");
    Objects.requireNonNull(conditions, "conditions");
    if (generation < FIRST_GENERATION) {
      throw new IllegalArgumentException("generations count from 1: " + generation);
    }
    if (version < 1) {
      throw new IllegalArgumentException("versions count from 1: " + version);
    }
  }

  /**
   * A new resource.
   *
   * @param owner of the parent kind; empty for a root
   */
  public static Resource create(
      ResourceId id,
      KindDescriptor kind,
      Optional<OwnerReference> owner,
      ResourceDraft draft,
      Stamp created,
      Document conditions) {
    return new Resource(
        id,
        kind.kind(),
        draft.name(),
        Hrefs.of(kind, owner, id),
        owner,
        draft.labels(),
        draft.spec(),
        Document.EMPTY_OBJECT,
        FIRST_GENERATION,
        FIRST_VERSION,
        Audit.created(created),
        conditions);
  }

  /** The next generation of it. */
  Resource changed(Labels newLabels, Document newSpec, Stamp now) {
    return new Resource(
        id,
        kind,
        name,
        href,
        owner,
        newLabels,
        newSpec,
        tenancy,
        generation + 1,
        version + 1,
        audit.updatedBy(now),
        conditions);
  }

  /** The same change of it, with what is known of it now. */
  public Resource withConditions(Document newConditions) {
    return new Resource(
        id,
        kind,
        name,
        href,
        owner,
        labels,
        spec,
        tenancy,
        generation,
        version,
        audit,
        newConditions);
  }
}
