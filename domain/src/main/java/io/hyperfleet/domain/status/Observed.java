package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What else the status of a resource depends on.
 *
 * @param generation the current one
 * @param changedTime when that last changed; the only clock of an aggregation, so that it can be
 *     repeated
 * @param deleting whether the resource is marked for deletion
 * @param hasActiveChild matters only while deleting
 * @param previous the conditions the resource had before
 */
public record Observed(
    int generation,
    Instant changedTime,
    boolean deleting,
    boolean hasActiveChild,
    List<Condition> previous) {

  public Observed {
    Objects.requireNonNull(changedTime, "changedTime");
    previous = List.copyOf(previous);
  }

  boolean waitsForChildren() {
    return deleting && hasActiveChild;
  }

  Optional<Condition> previous(String type) {
    return previous.stream().filter(condition -> condition.type().equals(type)).findFirst();
  }

  /** The condition in the place of the previous one of its type, if there was one. */
  Condition continued(Condition condition) {
    return previous(condition.type()).map(condition::continuing).orElse(condition);
  }
}
