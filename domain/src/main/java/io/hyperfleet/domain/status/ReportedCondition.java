package io.hyperfleet.domain.status;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One statement of an adapter about a resource.
 *
 * @param reason absent if it was not sent, and so is {@code message}
 * @param lastTransitionTime of the first report in a row that said the same status
 */
public record ReportedCondition(
    String type,
    ConditionStatus status,
    Optional<String> reason,
    Optional<String> message,
    Instant lastTransitionTime) {

  public static final String AVAILABLE = "Available";
  public static final String APPLIED = "Applied";
  public static final String HEALTH = "Health";
  public static final String FINALIZED = "Finalized";

  public ReportedCondition {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(lastTransitionTime, "lastTransitionTime");
  }

  ReportedCondition since(Instant time) {
    return new ReportedCondition(type, status, reason, message, time);
  }
}
