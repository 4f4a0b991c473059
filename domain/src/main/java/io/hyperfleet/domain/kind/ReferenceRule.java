package io.hyperfleet.domain.kind;

import java.util.Objects;

/**
 * How resources of a kind may refer to those of another.
 *
 * @param type the name under which the references are listed
 * @param min 0 if there need not be one
 * @param max 0 for any number
 */
public record ReferenceRule(String type, Kind target, int min, int max) {

  public ReferenceRule {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(target, "target");
    if (min < 0 || max < 0) {
      throw new IllegalArgumentException("not a range of counts: " + min + " to " + max);
    }
  }
}
