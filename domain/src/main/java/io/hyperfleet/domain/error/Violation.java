package io.hyperfleet.domain.error;

import java.util.Objects;

/**
 * One offending value of a request.
 *
 * @param value what was sent, a {@code String} or a {@code Number}
 */
public record Violation(String field, Object value, Constraint constraint, String message) {

  public Violation {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(constraint, "constraint");
    Objects.requireNonNull(message, "message");
  }
}
