package io.hyperfleet.json.yaml;

import java.io.Serial;

/** A text that cannot be read on from some place. The message is one line and quotes no value. */
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
