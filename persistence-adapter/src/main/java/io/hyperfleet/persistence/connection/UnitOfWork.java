package io.hyperfleet.persistence.connection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What one thread does with the database in one go, on one connection: so it is checked once for
 * all statements, and goes back before the answer is written to a client that may be slow.
 */
public final class UnitOfWork {

  private static final Logger LOG = System.getLogger(UnitOfWork.class.getName());
  private static final ThreadLocal<UnitOfWork> CURRENT = new ThreadLocal<>();

  private SharedConnection connection;

  private UnitOfWork() {}

  /** Does the work as one unit, or as a part of the one that is under way. */
  public static <T> T run(Supplier<T> work) {
    if (CURRENT.get() != null) {
      return work.get();
    }
    UnitOfWork unit = new UnitOfWork();
    CURRENT.set(unit);
    try {
      return work.get();
    } finally {
      CURRENT.remove();
      unit.end();
    }
  }

  /** The connection of the unit under way; outside of any, one that ends when it is closed. */
  static Connection connect(DataSource pool) throws SQLException {
    UnitOfWork unit = CURRENT.get();
    if (unit == null) {
      SharedConnection single = new SharedConnection(PoolDoor.checkOut(pool));
      Connection handle = single.handle();
      single.release();
      return handle;
    }
    if (unit.connection == null) {
      unit.connection = new SharedConnection(PoolDoor.checkOut(pool));
    }
    return unit.connection.handle();
  }

  private void end() {
    if (connection == null) {
      return;
    }
    try {
      connection.release();
    } catch (SQLException e) {
      // The pool has dropped it; what the unit did is done or has failed by itself.
      LOG.log(Level.WARNING, "Returning a connection failed error_message={0}", e.getMessage());
    }
  }
}
