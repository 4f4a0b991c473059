package io.hyperfleet.server.driver;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLState;

/**
 * The driver's data source, except that a connection that was well within the last second says so
 * without asking the server. A pool asks before each use: under load that costs nothing, and what
 * broke while it was idle is still found. What broke a moment ago is found by whoever uses it
 * first.
 */
public final class RecentlyUsedDataSource extends PGSimpleDataSource {

  @Serial private static final long serialVersionUID = 1L;

  private static final Duration CHANGE_OF_PASSWORD = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return RecentlyUsedConnection.around(connect(user, password), System::nanoTime);
  }

  /** A password that changes is not the same in its file and in the database for a moment. */
  private Connection connect(String user, String password) throws SQLException {
    long begin = System.nanoTime();
    while (true) {
      try {
        return super.getConnection(user, password);
      } catch (SQLException refused) {
        boolean late = System.nanoTime() - begin > CHANGE_OF_PASSWORD.toNanos();
        if (late || !PSQLState.INVALID_PASSWORD.getState().equals(refused.getSQLState())) {
          throw refused;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }
}
