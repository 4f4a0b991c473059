package io.hyperfleet.persistence.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The advisory locks of one database as PostgreSQL shows them, and gates made of such locks. */
public final class AdvisoryLocks {

  private static final String HERE =
      " FROM pg_locks WHERE locktype = 'advisory' AND database ="
          + " (SELECT oid FROM pg_database WHERE datname = current_database())";

  private final TestDatabase database;
  private final Sql sql;

  public AdvisoryLocks(TestDatabase database) {
    this.database = database;
    this.sql = new Sql(database.dataSource());
  }

  /** Each as its two numbers. */
  public List<String> granted() throws SQLException {
    return sql.column("SELECT classid || ' ' || objid" + HERE + " AND granted ORDER BY 1");
  }

  public boolean isWaitedFor(int gate) throws SQLException {
    return !sql.column("SELECT pid" + HERE + " AND NOT granted AND objid = " + gate).isEmpty();
  }

  /** Ends the session that holds the lock of migrations. */
  public void cutHolder() throws SQLException {
    sql.column("SELECT pg_terminate_backend(pid)" + HERE + " AND granted AND classid = 457026696");
  }

  /** Shut until closed: who takes the same lock meanwhile waits. */
  public Connection shut(int gate) throws SQLException {
    Connection connection = database.dataSource().getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(" + gate + ")");
    }
    return connection;
  }

  public static void open(Connection shut, int gate) throws SQLException {
    try (Statement statement = shut.createStatement()) {
      statement.execute("SELECT pg_advisory_unlock(" + gate + ")");
    }
  }

  /** A session that sits in a transaction, holding a lock until the server cuts it. */
  public Connection idle(int gate) throws SQLException {
    Connection connection = database.dataSource().getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(" + gate + ")");
    }
    return connection;
  }
}
