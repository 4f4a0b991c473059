package io.hyperfleet.schema;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * A JSON value as schemas see it: equal values are equal, however they were spelled. The text of a
 * value is its JSON.
 */
sealed interface JsonValue {

  /** The word for the type in a schema. */
  String type();

  record JsonObject(SortedMap<String, JsonValue> members) implements JsonValue {
    @Override
    public String type() {
      return "object";
    }

    @Override
    public String toString() {
      return members.entrySet().stream()
          .map(member -> quoted(member.getKey()) + ":" + member.getValue())
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  record JsonArray(List<JsonValue> items) implements JsonValue {
    @Override
    public String type() {
      return "array";
    }

    @Override
    public String toString() {
      return items.stream().map(JsonValue::toString).collect(Collectors.joining(",", "[", "]"));
    }
  }

  record JsonString(String value) implements JsonValue {
    @Override
    public String type() {
      return "string";
    }

    @Override
    public String toString() {
      return quoted(value);
    }
  }

  record JsonNumber(BigDecimal value) implements JsonValue {

    private static final int MAX_PLAIN_DIGITS = 21;

    public JsonNumber {
      value = value.stripTrailingZeros();
    }

    boolean isInteger() {
      return value.scale() <= 0;
    }

    @Override
    public String type() {
      return "number";
    }

    @Override
    public String toString() {
      return value.scale() <= 0 && value.precision() - value.scale() <= MAX_PLAIN_DIGITS
          ? value.toPlainString()
          : value.toString();
    }
  }

  record JsonBoolean(boolean value) implements JsonValue {
    @Override
    public String type() {
      return "boolean";
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** The type has one value. */
  enum JsonNull implements JsonValue {
    NULL;

    @Override
    public String type() {
      return "null";
    }

    @Override
    public String toString() {
      return "null";
    }
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
