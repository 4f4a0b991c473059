package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.error.FleetException;
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
    References references,
    Document spec,
    Document tenancy,
    int generation,
    long version,
    Audit audit,
    Document conditions) {

  public static final int FIRST_GENERATION = 1;
  private static final long FIRST_VERSION = 1;
  private static final Document NO_CONDITIONS = new Document("[]");

  public Resource {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(href, "href");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(labels, "labels");
    Objects.requireNonNull(references, "references");
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
   * A new resource of which nothing is known yet.
   *
   * @param owner of the parent kind; empty for a root
   * @param references those of the draft, once they were checked
   */
  public static Resource create(
      ResourceId id,
      KindDescriptor kind,
      Optional<OwnerReference> owner,
      ResourceDraft draft,
      References references,
      Stamp created) {
    return new Resource(
        id,
        kind.kind(),
        draft.name(),
        Hrefs.of(kind, owner, id),
        owner,
        draft.labels(),
        references,
        draft.spec(),
        Document.EMPTY_OBJECT,
        FIRST_GENERATION,
        FIRST_VERSION,
        Audit.created(created),
        NO_CONDITIONS);
  }

  /** The next generation of it. */
  Resource changed(Labels newLabels, References newReferences, Document newSpec, Stamp now) {
    return next(newLabels, newReferences, newSpec, generation + 1, audit.updatedBy(now));
  }

  private Resource next(
      Labels newLabels,
      References newReferences,
      Document newSpec,
      int newGeneration,
      Audit newAudit) {
    return new Resource(
        id,
        kind,
        name,
        href,
        owner,
        newLabels,
        newReferences,
        newSpec,
        tenancy,
        newGeneration,
        version + 1,
        newAudit,
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
        references,
        spec,
        tenancy,
        generation,
        version,
        audit,
        newConditions);
  }

  /**
   * This resource as it waits to go, or still does: the first mark is the next generation of it,
   * and stays. It counts as updated, but by nobody.
   */
  public Resource marked(Stamp now) {
    return deleted(audit.markedBy(now));
  }

  /** This resource as it is seen for the last time. */
  public Resource gone(Stamp now) {
    return deleted(audit.deletedBy(now));
  }

  private Resource deleted(Audit newAudit) {
    return next(labels, references, spec, isMarked() ? generation : generation + 1, newAudit);
  }

  /** Whether it is marked for deletion. */
  public boolean isMarked() {
    return audit.deleted().isPresent();
  }

  /**
   * Refuses to change what is about to go.
   *
   * @throws FleetException of code {@code STATE_CONFLICT}
   */
  public void requireActive() {
    if (isMarked()) {
      throw FleetException.markedForDeletion(kind.name(), id.toString());
    }
  }
}
