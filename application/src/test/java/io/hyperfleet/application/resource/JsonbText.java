package io.hyperfleet.application.resource;

import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonNumber;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.JsonValue.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON as PostgreSQL writes it. */
final class JsonbText {

  /** Members by the length of their names, in bytes, and then by those bytes. */
  private static final Comparator<String> BY_LENGTH =
      Comparator.<String>comparingInt(name -> bytes(name).length)
          .thenComparing(JsonbText::bytes, Arrays::compareUnsigned);

  private JsonbText() {}

  /** What is asked for as text: a string is itself. */
  static String leaf(JsonValue value) {
    return value instanceof JsonString string ? string.value() : of(value);
  }

  static String of(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.members().entrySet().stream()
          .sorted(Map.Entry.comparingByKey(BY_LENGTH))
          .map(member -> quoted(member.getKey()) + ": " + of(member.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof JsonArray array) {
      return array.items().stream().map(JsonbText::of).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof JsonNumber number) {
      return number.value().toPlainString();
    }
    return value instanceof JsonString string ? quoted(string.value()) : value.toString();
  }

  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(JsonbText::escaped)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String escaped(int codePoint) {
    return switch (codePoint) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> codePoint < ' ' ? "\\u%04x".formatted(codePoint) : Character.toString(codePoint);
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
