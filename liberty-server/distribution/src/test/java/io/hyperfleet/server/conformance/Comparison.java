package io.hyperfleet.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where an answer differs from the one that was recorded. */
final class Comparison {

  private static final String LABELS_REFUSED = "label validation failed";
  private static final int SHORT = 400;

  private final Variables variables;
  private final Set<String> unordered;
  private final boolean errorsAreASet;
  private final List<String> differences = new ArrayList<>();

  /**
   * Compares nothing yet.
   *
   * @param expected the whole recorded body, which tells what of it has an order
   * @param unordered paths of further arrays that have none
   */
  Comparison(Variables variables, JsonNode expected, Set<String> unordered) {
    this(variables, unordered, expected.path("detail").asText().equals(LABELS_REFUSED));
  }

  private Comparison(Variables variables, Set<String> unordered, boolean errorsAreASet) {
    this.variables = variables;
    this.unordered = Set.copyOf(unordered);
    this.errorsAreASet = errorsAreASet;
  }

  /** One line each. */
  List<String> of(JsonNode expected, JsonNode actual) {
    compare(expected, actual, "$");
    return differences;
  }

  private void compare(JsonNode expected, JsonNode actual, String path) {
    if (expected.isTextual()) {
      if (!new ExpectedText(expected.textValue(), variables).matches(actual)) {
        differ(path, "expected %s, got %s", expected, actual);
      }
    } else if (expected.isObject()) {
      compareMembers(expected, actual, path);
    } else if (expected.isArray()) {
      compareElements(expected, actual, path);
    } else if (!isSame(expected, actual)) {
      differ(path, "expected %s, got %s", expected, actual);
    }
  }

  private static boolean isSame(JsonNode expected, JsonNode actual) {
    if (!expected.isNumber() || !actual.isNumber()) {
      return expected.equals(actual);
    }
    boolean whole = expected.isIntegralNumber() && actual.isIntegralNumber();
    return whole
        ? expected.bigIntegerValue().equals(actual.bigIntegerValue())
        : expected.doubleValue() == actual.doubleValue();
  }

  private void compareMembers(JsonNode expected, JsonNode actual, String path) {
    if (!actual.isObject()) {
      differ(path, "expected an object, got %s", actual);
      return;
    }
    Map<String, JsonNode> members = new HashMap<>();
    expected
        .properties()
        .forEach(it -> members.put(variables.fillText(it.getKey()), it.getValue()));
    members.forEach(
        (name, value) -> {
          if (actual.has(name)) {
            compare(value, actual.get(name), path + "." + name);
          } else {
            differ(path + "." + name, "missing, expected %s", value);
          }
        });
    actual
        .properties()
        .forEach(
            it -> {
              if (!members.containsKey(it.getKey())) {
                differ(path + "." + it.getKey(), "unexpected %s", it.getValue());
              }
            });
  }

  private void compareElements(JsonNode expected, JsonNode actual, String path) {
    if (!actual.isArray()) {
      differ(path, "expected an array, got %s", actual);
    } else if (expected.size() != actual.size()) {
      differ(path, "expected " + expected.size() + " elements, got %s", actual);
    } else if (hasNoOrder(path)) {
      compareSets(expected, actual, path);
    } else {
      for (int index = 0; index < expected.size(); index++) {
        compare(expected.get(index), actual.get(index), path + "[" + index + "]");
      }
    }
  }

  private void compareSets(JsonNode expected, JsonNode actual, String path) {
    List<JsonNode> left = new ArrayList<>();
    actual.forEach(left::add);
    for (JsonNode wanted : expected) {
      boolean found = false;
      for (int index = 0; index < left.size() && !found; index++) {
        Comparison inner = new Comparison(variables, unordered, errorsAreASet);
        inner.compare(wanted, left.get(index), path);
        if (inner.differences.isEmpty()) {
          left.remove(index);
          found = true;
        }
      }
      if (!found) {
        differ(path, "no element is %s", wanted);
      }
    }
  }

  private boolean hasNoOrder(String path) {
    String pattern = path.replaceAll("\\[\\d+]", "[*]");
    return unordered.contains(pattern)
        || pattern.matches(".*\\.references\\.[^.\\[]+")
        || (errorsAreASet && path.equals("$.errors"));
  }

  private void differ(String path, String problem, JsonNode... values) {
    Object[] texts = new Object[values.length];
    for (int index = 0; index < values.length; index++) {
      String text = values[index].toString();
      texts[index] = text.length() > SHORT ? text.substring(0, SHORT) + "…" : text;
    }
    differences.add(path + ": " + problem.formatted(texts));
  }
}
