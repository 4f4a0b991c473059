package io.hyperfleet.schema;

import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One demand on a value. It has no state and says nothing of values of types it is not about. */
@FunctionalInterface
interface Check {

  /** The first problem of the value, empty if there is none. */
  Optional<Violation> problem(JsonValue value, Place place);

  default boolean accepts(JsonValue value, Place place) {
    return problem(value, place).isEmpty();
  }

  /** What every value of one type has to satisfy. */
  static <V extends JsonValue> Check on(Class<V> type, Predicate<V> demand, String message) {
    return (value, place) ->
        !type.isInstance(value) || demand.test(type.cast(value))
            ? Optional.empty()
            : place.violates(message);
  }

  /** All of them, one after the other. */
  static Check inOrder(List<Check> checks) {
    List<Check> copy = List.copyOf(checks);
    return (value, place) -> {
      for (Check check : copy) {
        Optional<Violation> problem = check.problem(value, place);
        if (problem.isPresent()) {
          return problem;
        }
      }
      return Optional.empty();
    };
  }
}
