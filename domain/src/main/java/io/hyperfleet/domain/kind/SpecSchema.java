package io.hyperfleet.domain.kind;

import java.util.Objects;

/**
 * The schema of the provider that {@code spec} has to match.
 *
 * @param required whether a provider's file that lacks it is of no use
 */
public record SpecSchema(String name, boolean required) {

  public SpecSchema {
    Objects.requireNonNull(name, "name");
  }
}
