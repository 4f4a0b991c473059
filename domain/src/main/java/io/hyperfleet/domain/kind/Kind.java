package io.hyperfleet.domain.kind;

import java.util.Objects;

/** The name of a kind, as it appears in the member {@code kind}. */
public record Kind(String name) {

  public Kind {
    Objects.requireNonNull(name, "name");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("entity kind cannot be empty");
    }
  }
}
