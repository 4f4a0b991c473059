package io.hyperfleet.json.yaml;

import java.io.Serial;

/**
 * Something at one place that cannot be read. The message is one line and quotes no value but a
 * number.
 */
public final class YamlException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  YamlException(YamlPlace place, String problem) {
    super(problem);
    line = place.line();
    column = place.column();
  }

  /** From 1; 0 if nobody knows. */
  public int line() {
    return line;
  }

  /** From 1; 0 if nobody knows. */
  public int column() {
    return column;
  }
}
