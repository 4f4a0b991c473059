package io.hyperfleet.persistence.migration.lock;

import java.time.Duration;

/**
 * What one use of the lock took.
 *
 * @param waited until it was won
 * @param held until it was released, or until now
 * @param tries how often the database was asked for it
 */
public record LockFigures(Duration waited, Duration held, int tries) {

  /** Of whoever needed no lock. */
  public static final LockFigures NONE = new LockFigures(Duration.ZERO, Duration.ZERO, 0);
}
