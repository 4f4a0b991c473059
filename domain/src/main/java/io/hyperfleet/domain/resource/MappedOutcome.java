package io.hyperfleet.domain.resource;

import java.util.Objects;

/**
 * What a rule says of a resource, as its expressions gave it: nothing is checked or cut yet. What
 * is no text has its form as text, {@code true} and {@code false} among it.
 */
public record MappedOutcome(String type, String status, String reason, String message) {

  public MappedOutcome {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(message, "message");
  }
}
