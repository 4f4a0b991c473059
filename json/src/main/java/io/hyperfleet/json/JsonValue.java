package io.hyperfleet.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A JSON value as a tree, for what is small or has to be looked into. Equal values are equal,
 * however they were spelled; {@code toString} spells each of them in one way.
 */
public sealed interface JsonValue {

  /** The name of the type, as in schemas. */
  String type();

  default boolean isNull() {
    return this == JsonNull.NULL;
  }

  /**
   * An object.
   *
   * @param members in the order in which they were written
   */
  record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    /** The member of that name, JSON null if there is none. */
    public JsonValue member(String name) {
      return members.getOrDefault(name, JsonNull.NULL);
    }

    @Override
    public String type() {
      return "object";
    }

    @Override
    public String toString() {
      return new TreeMap<>(members)
          .entrySet().stream()
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

  /**
   * A number, exact. To compare two of them never writes out a power of ten.
   *
   * @param text as it was spelled
   */
  record JsonNumber(String text) implements JsonValue {

    private static final int MAX_PLAIN_DIGITS = 21;

    public BigDecimal value() {
      return new BigDecimal(text);
    }

    @Override
    public String type() {
      return "number";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof JsonNumber number
          && (text.equals(number.text) || scientific().equals(number.scientific()));
    }

    @Override
    public int hashCode() {
      return scientific().hashCode();
    }

    @Override
    public String toString() {
      Scientific number = scientific();
      if (number.exponent.bitLength() > 30) {
        return number.significand + "E" + number.exponent;
      }
      BigDecimal decimal = new BigDecimal(number.significand, -number.exponent.intValue());
      return decimal.scale() <= 0 && decimal.precision() - decimal.scale() <= MAX_PLAIN_DIGITS
          ? decimal.toPlainString()
          : decimal.toString();
    }

    private Scientific scientific() {
      int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
      BigDecimal shortest =
          new BigDecimal(mark < 0 ? text : text.substring(0, mark)).stripTrailingZeros();
      BigInteger power = mark < 0 ? BigInteger.ZERO : new BigInteger(text.substring(mark + 1));
      return shortest.signum() == 0
          ? new Scientific(BigInteger.ZERO, BigInteger.ZERO)
          : new Scientific(
              shortest.unscaledValue(), power.subtract(BigInteger.valueOf(shortest.scale())));
    }

    /** The one significand without a zero at its end, times ten to the power of the exponent. */
    private record Scientific(BigInteger significand, BigInteger exponent) {}
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
