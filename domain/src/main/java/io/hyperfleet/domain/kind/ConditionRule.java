package io.hyperfleet.domain.kind;

import java.util.Objects;

/**
 * How a condition of the resource follows from what adapters report. The expressions are CEL.
 *
 * @param when whether there is such a condition at all
 * @param status what it says, as are reason and message
 */
public record ConditionRule(
    String type, String when, String status, String reason, String message) {

  public ConditionRule {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
  }
}
