package io.hyperfleet.persistence.migration.lock;

import java.io.Serial;

/** The lock was not won, or is held no longer. The message is one line, for operators. */
public final class MigrationLockException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  MigrationLockException(String message) {
    super(message);
  }

  /** Also for what went through the hands of others in between. */
  public MigrationLockException(String message, Throwable cause) {
    super(message, cause);
  }
}
