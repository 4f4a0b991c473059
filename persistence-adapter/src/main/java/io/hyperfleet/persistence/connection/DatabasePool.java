package io.hyperfleet.persistence.connection;

import io.hyperfleet.persistence.failure.PoolExhaustedException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** A pool of connections, and what became of those that were taken. */
public final class DatabasePool {

  private static final Logger LOG = System.getLogger(DatabasePool.class.getName());

  private final DataSource connections;
  private final Supplier<String> status;
  private final AtomicLong inUse = new AtomicLong();
  private final AtomicLong broken = new AtomicLong();
  private final AtomicLong exhausted = new AtomicLong();

  /**
   * @param status what to tell of the pool, as JSON, when it has no connection to spare
   */
  public DatabasePool(DataSource connections, Supplier<String> status) {
    this.connections = connections;
    this.status = status;
  }

  /** How many connections are taken. */
  public long inUse() {
    return inUse.get();
  }

  /** How many connections broke while they were in use, since the start. */
  public long broken() {
    return broken.get();
  }

  /** How often nobody gave a connection back in time, since the start. */
  public long exhausted() {
    return exhausted.get();
  }

  Connection take() throws SQLException {
    try {
      Connection connection = connections.getConnection();
      inUse.incrementAndGet();
      return connection;
    } catch (SQLTransientConnectionException waitedInVain) {
      exhausted.incrementAndGet();
      throw new PoolExhaustedException(status.get(), waitedInVain);
    }
  }

  void giveBack(Connection connection) {
    inUse.decrementAndGet();
    try {
      connection.close();
    } catch (SQLException e) {
      // The pool has dropped it; what was done with it is done or has failed by itself.
      LOG.log(Level.WARNING, "Returning a connection failed error_message={0}", e.getMessage());
    }
  }

  void countBroken() {
    broken.incrementAndGet();
  }
}
