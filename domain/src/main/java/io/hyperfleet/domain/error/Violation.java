package io.hyperfleet.domain.error;

import java.util.Objects;
import java.util.Optional;

/**
 * One offending value of a request.
 *
 * @param value what was sent, a {@code String} or a {@code Number}; empty where it is better not
 *     repeated
 * @param constraint empty if the message alone says which rule was broken
 */
public record Violation(
    String field, Optional<Object> value, Optional<Constraint> constraint, String message) {

  public Violation {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(constraint, "constraint");
    Objects.requireNonNull(message, "message");
  }

  public Violation(String field, Object value, Constraint constraint, String message) {
    this(
        field,
        Optional.of(Objects.requireNonNull(value, "value")),
        Optional.of(Objects.requireNonNull(constraint, "constraint")),
        message);
  }

  public Violation(String field, String message) {
    this(field, Optional.empty(), Optional.empty(), message);
  }
}
