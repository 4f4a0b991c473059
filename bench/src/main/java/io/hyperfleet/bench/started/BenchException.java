package io.hyperfleet.bench.started;

import java.io.Serial;

/** Why nothing can be measured, in words for whoever asked for it. */
public final class BenchException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  public BenchException(String message) {
    super(message);
  }

  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
