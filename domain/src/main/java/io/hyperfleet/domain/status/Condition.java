package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.Objects;

/**
 * One statement about a resource, as clients see it in {@code status.conditions}.
 *
 * @param holds whether the statement is true; shown as {@code "True"} or {@code "False"}
 */
public record Condition(
    String type,
    boolean holds,
    String reason,
    String message,
    int observedGeneration,
    Instant createdTime,
    Instant lastUpdatedTime,
    Instant lastTransitionTime) {

  public Condition {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(createdTime, "createdTime");
    Objects.requireNonNull(lastUpdatedTime, "lastUpdatedTime");
    Objects.requireNonNull(lastTransitionTime, "lastTransitionTime");
  }

  /** A condition seen for the first time, at {@code time}. */
  static Condition unmet(String type, String reason, String message, int generation, Instant time) {
    return new Condition(type, false, reason, message, generation, time, time, time);
  }
}
