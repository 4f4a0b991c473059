package io.hyperfleet.domain.resource;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.NameLength;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The name of a resource, which never changes after creation. */
public record ResourceName(String value) {

  private static final Pattern RULE = Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?");

  public ResourceName {
    if (!RULE.matcher(value).matches()) {
      throw new IllegalArgumentException("not the name of a resource: " + value);
    }
  }

  /** Checks what a client asks for: the length first, in bytes, then the characters. */
  static ResourceName accept(String name, NameLength length) {
    if (name.isEmpty()) {
      throw FleetException.invalid("name is required");
    }
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < length.min()) {
      throw FleetException.invalid("name must be at least " + length.min() + " characters");
    }
    if (bytes > length.limit()) {
      throw FleetException.invalid("name must be at most " + length.limit() + " characters");
    }
    if (!RULE.matcher(name).matches()) {
      throw FleetException.invalid(
          "name must start and end with lowercase letter or number,"
              + " and contain only lowercase letters, numbers, and hyphens");
    }
    return new ResourceName(name);
  }
}
