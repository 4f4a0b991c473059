package io.hyperfleet.json.yaml;

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

  /** What YAML takes the text for (core schema of YAML 1.2); in quotes it is a text. */
  public enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    NULL
  }
}
