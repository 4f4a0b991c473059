package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One statement about a resource, as clients see it in {@code status.conditions}.
 *
 * @param reason absent if the source had none, and so is {@code message}
 */
public record Condition(
    String type,
    ConditionStatus status,
    Optional<String> reason,
    Optional<String> message,
    int observedGeneration,
    Instant createdTime,
    Instant lastUpdatedTime,
    Instant lastTransitionTime) {

  public Condition {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(createdTime, "createdTime");
    Objects.requireNonNull(lastUpdatedTime, "lastUpdatedTime");
    Objects.requireNonNull(lastTransitionTime, "lastTransitionTime");
  }

  /**
   * This one in the place of the previous of its type, which keeps when it appeared, and when it
   * last changed unless it changes now.
   */
  Condition continuing(Condition previous) {
    return new Condition(
        type,
        status,
        reason,
        message,
        observedGeneration,
        previous.createdTime,
        lastUpdatedTime,
        status == previous.status ? previous.lastTransitionTime : lastTransitionTime);
  }
}
