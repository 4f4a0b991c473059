package io.hyperfleet.domain.resource;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The identifier of a resource. */
public record ResourceId(UUID value) {

  public ResourceId {
    Objects.requireNonNull(value, "value");
  }

  /**
   * Reads an identifier that a client sent. Only the canonical spelling can name a resource; any
   * other text is the identifier of nothing.
   */
  public static Optional<ResourceId> parse(String text) {
    if (text.length() != 36) {
      return Optional.empty();
    }
    try {
      UUID uuid = UUID.fromString(text);
      return uuid.toString().equals(text) ? Optional.of(new ResourceId(uuid)) : Optional.empty();
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /** Whether a text is written like an identifier, whatever the case of its letters. */
  public static boolean hasShape(String text) {
    return parse(text.toLowerCase(Locale.ROOT)).isPresent();
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
