package io.hyperfleet.schema;

import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonNull;
import java.util.Optional;

/**
 * One schema, ready to use. The order of the checks decides which of several problems is told.
 *
 * @param nullable null passes, whatever else is said
 * @param selective at least one of {@code oneOf}, {@code anyOf} and {@code allOf} is there; null is
 *     then theirs to accept
 * @param composition {@code not} and those three
 * @param allowed the enumeration, which null has to match as well
 * @param content what is said of values other than null
 */
record Schema(boolean nullable, boolean selective, Check composition, Check allowed, Check content)
    implements Check {

  @Override
  public Optional<Violation> problem(JsonValue value, Place place) {
    boolean isNull = value == JsonNull.NULL;
    if (isNull && nullable) {
      return Optional.empty();
    }
    Optional<Violation> problem = composition.problem(value, place);
    if (problem.isPresent() || (isNull && selective)) {
      return problem;
    }
    problem = allowed.problem(value, place);
    if (problem.isPresent()) {
      return problem;
    }
    return isNull ? place.violates("Value is not nullable") : content.problem(value, place);
  }
}
