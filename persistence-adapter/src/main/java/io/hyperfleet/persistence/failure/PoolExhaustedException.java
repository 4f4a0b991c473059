package io.hyperfleet.persistence.failure;

import java.io.Serial;
import java.sql.SQLTransientConnectionException;

/** All connections are in use, and none came back in time: the database is busy, not away. */
public final class PoolExhaustedException extends SQLTransientConnectionException {

  @Serial private static final long serialVersionUID = 1L;

  private final String poolStatus;

  /**
   * @param poolStatus as JSON, at that moment
   */
  public PoolExhaustedException(String poolStatus, Throwable cause) {
    super("no connection became free in time", cause);
    this.poolStatus = poolStatus;
  }

  String poolStatus() {
    return poolStatus;
  }
}
