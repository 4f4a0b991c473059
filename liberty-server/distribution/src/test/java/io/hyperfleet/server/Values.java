package io.hyperfleet.server;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON by its values: numbers are exact, however they are spelled. */
final class Values {

  private Values() {}

  static boolean same(JsonNode one, JsonNode other) {
    return one.equals(
        (left, right) ->
            left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue())
                : left.equals(right) ? 0 : 1,
        other);
  }
}
