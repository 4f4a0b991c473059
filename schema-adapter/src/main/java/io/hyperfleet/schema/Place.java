package io.hyperfleet.schema;

import io.hyperfleet.domain.error.Violation;
import java.util.Optional;

/**
 * Where in the spec a check stands. Its text is the field of a violation, made only if there is
 * one.
 *
 * @param parent null for the spec itself
 */
record Place(Place parent, String name) {

  static final Place SPEC = new Place(null, "spec");

  Place at(String member) {
    return new Place(this, member);
  }

  Place at(int index) {
    return at(Integer.toString(index));
  }

  Optional<Violation> violates(String message) {
    return Optional.of(new Violation(toString(), message));
  }

  @Override
  public String toString() {
    return parent == null ? name : parent + "." + name;
  }
}
