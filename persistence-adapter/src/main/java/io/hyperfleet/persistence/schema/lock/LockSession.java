package io.hyperfleet.persistence.schema.lock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The connection of a lock: all that is said to the database, each transaction from begin to end.
 */
final class LockSession {

  private static final Logger LOG = System.getLogger(LockSession.class.getName());

  private static final String IN_TRANSACTION =
      "the migration lock cannot be taken inside an open transaction: take the lock first and begin"
          + " the transaction under it, or use SELECT ... FOR UPDATE if rows are to be locked";

  /** A transaction that sees the database as of its begin would keep indexes from being built. */
  private static final String READ_COMMITTED = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED";

  private static final String NAME_HOLDER = "SELECT set_config('application_name', ?, true)";

  /** One that this server does not know is passed over: the last came with PostgreSQL 17. */
  private static final String STAY =
      """
      SELECT set_config(name, '0', true) FROM pg_settings
      WHERE name IN ('idle_in_transaction_session_timeout', 'transaction_timeout')
      """;

  /**
   * Also ends the query before it. The driver leaves that one open on the server, which keeps a
   * snapshot, and CREATE INDEX CONCURRENTLY waits for every snapshot.
   */
  private static final String STAY_WITHOUT_SNAPSHOT = "SET LOCAL statement_timeout = 0";

  /** The view has the signed numbers as unsigned ones. */
  private static final String HOLDER =
      """
      SELECT l.pid, a.application_name, coalesce(host(a.client_addr), 'local'), a.xact_start, a.query
      FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.classid = CAST(CAST(? AS integer) AS oid)
        AND l.objid = CAST(CAST(? AS integer) AS oid)
      """;

  private final Connection connection;

  private LockSession(Connection connection) {
    this.connection = connection;
  }

  static LockSession open(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try {
      if (!connection.getAutoCommit()) {
        throw new MigrationLockException(IN_TRANSACTION);
      }
      connection.setAutoCommit(false);
      return new LockSession(connection);
    } catch (SQLException | RuntimeException failure) {
      connection.close();
      throw failure;
    }
  }

  /** Leaves a transaction open only if it won: one that stays open blocks others while it waits. */
  boolean tryLock(LockKey key) throws SQLException {
    execute(READ_COMMITTED);
    if (!ask(key)) {
      connection.rollback();
      return false;
    }
    try (PreparedStatement name = connection.prepareStatement(NAME_HOLDER)) {
      name.setString(1, "hyperfleet-migrator/" + hostName());
      name.execute();
    }
    execute(STAY);
    execute(STAY_WITHOUT_SNAPSHOT);
    return true;
  }

  private boolean ask(LockKey key) throws SQLException {
    try (PreparedStatement question =
        connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?, ?)")) {
      question.setInt(1, key.first());
      question.setInt(2, key.second());
      try (ResultSet answer = question.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  /** The lock lives as long as its transaction, and that as long as its connection. */
  void probe() throws SQLException {
    execute(STAY_WITHOUT_SNAPSHOT);
  }

  /** Nobody, if the lock has just become free. */
  Optional<LockHolder> holder(LockKey key) throws SQLException {
    try (PreparedStatement question = connection.prepareStatement(HOLDER)) {
      question.setInt(1, key.first());
      question.setInt(2, key.second());
      try (ResultSet row = question.executeQuery()) {
        return row.next() ? Optional.of(holder(row)) : Optional.empty();
      }
    } finally {
      connection.rollback();
    }
  }

  private static LockHolder holder(ResultSet row) throws SQLException {
    return new LockHolder(text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5));
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "<missing>" : text;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  void commit() throws SQLException {
    connection.commit();
  }

  /** Whatever happened before, the server is left without transaction and without lock. */
  void end() {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException failure) {
      LOG.log(Level.DEBUG, "The connection of the lock was gone already", failure);
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException failure) {
      return "unknown";
    }
  }
}
