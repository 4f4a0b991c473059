package io.hyperfleet.persistence.database;

import java.io.Serial;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.PooledConnection;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The smallest pool: one connection, which is not closed when it is given back. */
final class SharedSession extends PGSimpleDataSource {

  @Serial private static final long serialVersionUID = 1L;

  private final transient PGConnectionPoolDataSource source;
  private transient PooledConnection session;

  SharedSession(PGConnectionPoolDataSource source) {
    this.source = source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (session == null) {
      session = source.getPooledConnection();
    }
    return session.getConnection();
  }
}
