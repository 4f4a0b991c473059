package io.hyperfleet.domain.status;

import java.time.Instant;

/** Something that happens to a resource and may change its status. */
public sealed interface ResourceEvent {

  /** On the clock of the service. */
  Instant time();

  <R> R accept(Visitor<R> visitor);

  /**
   * An adapter reports.
   *
   * @param report as it would be stored if it were the first of the adapter
   */
  record Reported(Instant time, AdapterReport report) implements ResourceEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reported(this);
    }
  }

  /** Somebody wants it to be otherwise. */
  record Patched(Instant time) implements ResourceEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.patched(this);
    }
  }

  /** Somebody wants it to go, perhaps not for the first time. */
  record Deleted(Instant time) implements ResourceEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.deleted(this);
    }
  }

  /** From now on it has children that are not marked for deletion, or none any more. */
  record ChildrenChanged(Instant time, boolean active) implements ResourceEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.childrenChanged(this);
    }
  }

  /** What to do with each. */
  interface Visitor<R> {
    R reported(Reported event);

    R patched(Patched event);

    R deleted(Deleted event);

    R childrenChanged(ChildrenChanged event);
  }
}
