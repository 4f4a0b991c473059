package io.hyperfleet.server.driver;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The driver's data source, except that a connection that was well within the last second says so
 * without asking the server. A pool asks before each use: under load that costs nothing, and what
 * broke while it was idle is still found. What broke a moment ago is found by whoever uses it
 * first.
 */
public final class RecentlyUsedDataSource extends PGSimpleDataSource {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return RecentlyUsedConnection.around(super.getConnection(user, password), System::nanoTime);
  }
}
