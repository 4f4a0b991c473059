package io.hyperfleet.schema;

import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonNumber;
import java.util.List;

/**
 * The types that a schema admits.
 *
 * @param names as in the file; none admits all
 */
record Types(List<String> names) {

  private static final String NULL = "null";
  private static final String INTEGER = "integer";
  private static final List<String> KNOWN =
      List.of("object", "array", "string", "number", INTEGER, "boolean", NULL);

  static Types of(Keywords keywords) {
    List<String> names = keywords.textOrTexts("type");
    for (String name : names) {
      if (!KNOWN.contains(name)) {
        throw keywords.failure(
            "type", "unknown type \"" + name + "\"; use one of " + String.join(", ", KNOWN));
      }
    }
    return new Types(names);
  }

  boolean includeNull() {
    return names.contains(NULL);
  }

  /** Formats of integers say nothing of other numbers. */
  boolean areWholeNumbers() {
    return names.contains(INTEGER) && !names.contains("number");
  }

  List<Check> checks() {
    return names.isEmpty()
        ? List.of()
        : List.of(Check.on(JsonValue.class, this::admit, "value must be " + words()));
  }

  private boolean admit(JsonValue value) {
    return names.contains(value.type())
        || (value instanceof JsonNumber number && isWhole(number) && names.contains(INTEGER));
  }

  private static boolean isWhole(JsonNumber number) {
    return number.value().stripTrailingZeros().scale() <= 0;
  }

  private String words() {
    if (names.size() > 1) {
      return "one of " + String.join(", ", names);
    }
    String name = names.get(0);
    return ("aio".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
  }
}
