package io.hyperfleet.cel;

import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import io.hyperfleet.json.JsonValue.JsonString;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a value as JSON, compact and with its members in order, as long as it is not too long. */
final class CelJson {

  static final int MAX_BYTES = 1024 * 1024;

  private final StringBuilder json = new StringBuilder();
  private int bytes;

  private CelJson() {}

  static String of(Object value) {
    CelJson writer = new CelJson();
    writer.write(value);
    return writer.json.toString();
  }

  private void write(Object value) {
    if (value instanceof Map<?, ?> map) {
      writeObject(map);
    } else if (value instanceof List<?> list) {
      writeArray(list);
    } else if (value instanceof Optional<?> optional) {
      write(optional.isPresent() ? optional.get() : NullValue.NULL_VALUE);
    } else {
      append(scalar(value));
    }
  }

  private static String scalar(Object value) {
    if (value instanceof Double number) {
      return CelNumber.inJson(number);
    }
    boolean isPlain = value instanceof Number || value instanceof Boolean;
    if (isPlain) {
      return value.toString();
    }
    return value instanceof NullValue ? "null" : quoted(text(value));
  }

  /** What is no text of JSON either has one of its own. */
  static String text(Object value) {
    if (value instanceof CelByteString bytes) {
      return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
    return value.toString();
  }

  private static String quoted(String text) {
    if (text.length() > MAX_BYTES) {
      throw tooLong();
    }
    return new JsonString(text).toString();
  }

  private void writeObject(Map<?, ?> map) {
    Map<String, Object> ordered = new TreeMap<>();
    map.forEach((name, member) -> ordered.put(text(name), member));
    char separator = '{';
    for (Map.Entry<String, Object> member : ordered.entrySet()) {
      append(separator + quoted(member.getKey()) + ":");
      write(member.getValue());
      separator = ',';
    }
    append(separator == '{' ? "{}" : "}");
  }

  private void writeArray(List<?> list) {
    append("[");
    for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
      write(items.next());
      append(items.hasNext() ? "," : "");
    }
    append("]");
  }

  private void append(String part) {
    bytes += utf8Length(part);
    if (bytes > MAX_BYTES) {
      throw tooLong();
    }
    json.append(part);
  }

  private static int utf8Length(String text) {
    return text.codePoints()
        .map(point -> point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4)
        .sum();
  }

  private static RuleFailure tooLong() {
    return new RuleFailure("JSON of more than " + MAX_BYTES + " bytes");
  }
}
