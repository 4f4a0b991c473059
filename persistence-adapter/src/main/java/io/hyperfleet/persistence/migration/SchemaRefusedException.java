package io.hyperfleet.persistence.migration;

import java.io.Serial;

/** The schema is not one that this program may work on. The message is one line: what to do. */
public final class SchemaRefusedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  SchemaRefusedException(String message) {
    super(message);
  }

  SchemaRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
