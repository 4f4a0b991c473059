package io.hyperfleet.json;

import java.io.Serial;

/** A text that is not taken. The message says what is wrong as the end of "the text has …". */
public final class JsonException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Reason reason;

  JsonException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  static JsonException notJson() {
    return new JsonException(Reason.NOT_JSON, "no valid JSON");
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong; a text that has several faults is refused for the first of them. */
  public enum Reason {
    NOT_JSON,
    /** Valid JSON, and neither an object nor null. */
    NOT_AN_OBJECT,
    TOO_DEEP,
    TOO_MANY_VALUES,
    NUMBER_TOO_LONG,
    NUMBER_OUT_OF_RANGE,
    ZERO_CHARACTER,
    UNPAIRED_SURROGATE,
    DUPLICATE_NAME
  }
}
