package io.hyperfleet.persistence.migration;

import java.io.Serial;

/** A script failed. The message is one line: which, why, and what is left of it. */
public final class MigrationFailedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  MigrationFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
