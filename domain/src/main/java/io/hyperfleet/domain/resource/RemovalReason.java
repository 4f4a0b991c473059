package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.error.FleetException;
import java.util.Objects;

/** Why somebody removes a resource by force. */
public record RemovalReason(String value) {

  private static final int MOST_CHARACTERS = 1024;

  public RemovalReason {
    Objects.requireNonNull(value, "value");
  }

  /** Checks what a client sent, if it did. */
  public static RemovalReason accept(String reason) {
    if (reason.isEmpty()) {
      throw FleetException.invalid("reason is required");
    }
    if (reason.codePointCount(0, reason.length()) > MOST_CHARACTERS) {
      throw FleetException.invalid("reason must be at most " + MOST_CHARACTERS + " characters");
    }
    return new RemovalReason(reason);
  }
}
