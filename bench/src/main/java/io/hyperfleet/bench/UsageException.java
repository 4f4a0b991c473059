package io.hyperfleet.bench;

import java.io.Serial;

/** The command line says nothing that can be done. */
final class UsageException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
