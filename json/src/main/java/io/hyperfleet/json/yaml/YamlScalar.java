package io.hyperfleet.json.yaml;

import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonBoolean;
import io.hyperfleet.json.JsonValue.JsonNull;
import io.hyperfleet.json.JsonValue.JsonNumber;
import io.hyperfleet.json.JsonValue.JsonString;
import java.math.BigDecimal;

/** A single value. */
public final class YamlScalar extends YamlValue {

  private final String text;
  private final Type type;

  YamlScalar(YamlPlace place, String text, Type type) {
    super(place);
    this.text = text;
    this.type = type;
  }

  /** Without quotes, and else as it was written. */
  public String text() {
    return text;
  }

  public Type type() {
    return type;
  }

  @Override
  public boolean isNull() {
    return type == Type.NULL;
  }

  @Override
  public JsonValue json() {
    return switch (type) {
      case TEXT -> new JsonString(text);
      case NUMBER -> number();
      case BOOLEAN -> new JsonBoolean(Boolean.parseBoolean(text));
      case NULL -> JsonNull.NULL;
    };
  }

  private JsonNumber number() {
    try {
      return new JsonNumber(new BigDecimal(text).toString());
    } catch (NumberFormatException notJson) {
      throw new YamlException(place(), text + " is not a number in JSON; write it in decimals");
    }
  }

  /** What YAML takes the text for (core schema of YAML 1.2); in quotes it is a text. */
  public enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }
}
