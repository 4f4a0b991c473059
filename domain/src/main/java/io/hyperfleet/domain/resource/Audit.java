package io.hyperfleet.domain.resource;

import java.util.Objects;
import java.util.Optional;

/**
 * Who created, last changed and deleted a resource.
 *
 * @param deleted empty while the resource is active
 */
public record Audit(Stamp created, Stamp updated, Optional<Stamp> deleted) {

  public Audit {
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(updated, "updated");
    Objects.requireNonNull(deleted, "deleted");
  }

  static Audit created(Stamp stamp) {
    return new Audit(stamp, stamp, Optional.empty());
  }

  Audit updatedBy(Stamp stamp) {
    return new Audit(created, stamp, deleted);
  }

  /** The first deletion is the one on record. */
  Audit deletedBy(Stamp stamp) {
    return new Audit(created, updated, Optional.of(deleted.orElse(stamp)));
  }

  /** As {@link #deletedBy}; who marks a resource does not become the one who last changed it. */
  Audit markedBy(Stamp stamp) {
    Audit marked = deletedBy(stamp);
    return new Audit(created, new Stamp(stamp.time(), updated.by()), marked.deleted);
  }
}
