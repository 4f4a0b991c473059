package io.hyperfleet.persistence.connection;

import io.hyperfleet.persistence.failure.DatabaseFailures;
import io.hyperfleet.persistence.failure.PoolExhaustedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The one way to connections of the pool. */
public final class PoolDoor {

  private static volatile Supplier<String> status = () -> "{}";

  private static final AtomicLong BROKEN = new AtomicLong();
  private static final AtomicLong EXHAUSTED = new AtomicLong();

  private PoolDoor() {}

  /** What to tell of the pool when it has no connection to spare. */
  public static void describePoolBy(Supplier<String> json) {
    status = json;
  }

  /** Does what {@code pool} does, except that its connections belong to units of work. */
  public static DataSource before(DataSource pool) {
    return Intercepted.of(
        DataSource.class,
        (method, arguments) ->
            method.getName().equals("getConnection")
                ? UnitOfWork.connect(pool)
                : Intercepted.handOn(pool, method, arguments));
  }

  /** How many connections broke while they were in use, since the start. */
  public static long broken() {
    return BROKEN.get();
  }

  /** How often nobody gave a connection back in time, since the start. */
  public static long exhausted() {
    return EXHAUSTED.get();
  }

  static void countIfBroken(SQLException failure) {
    if (DatabaseFailures.isUnavailable(failure)) {
      BROKEN.incrementAndGet();
    }
  }

  static Connection checkOut(DataSource pool) throws SQLException {
    Deadline.ofRequest();
    try {
      return pool.getConnection();
    } catch (SQLTransientConnectionException waitedInVain) {
      EXHAUSTED.incrementAndGet();
      throw new PoolExhaustedException(status.get(), waitedInVain);
    }
  }
}
