package io.hyperfleet.persistence.migration.lock;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
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

  /**
   * No timeout may cut the transaction while it idles, but the loss of this machine shall, within
   * seconds. A setting that the server does not know is passed over: one came with PostgreSQL 17.
   */
  private static final String STAY =
      """
      SELECT set_config(name, value, true) FROM pg_settings s JOIN (VALUES
        ('idle_in_transaction_session_timeout', '0'),
        ('transaction_timeout', '0'),
        ('tcp_keepalives_idle', '10'),
        ('tcp_keepalives_interval', '5'),
        ('tcp_keepalives_count', '3')) AS wanted (name, value) USING (name)
      """;

  /**
   * Also ends the query before it. The driver leaves that one open on the server, which keeps a
   * snapshot, and CREATE INDEX CONCURRENTLY waits for every snapshot.
   */
  private static final String STAY_WITHOUT_SNAPSHOT = "SET LOCAL statement_timeout = 0";

  /**
   * The work goes on in another session, of the same name if it is a migrator of ours. The view has
   * the signed numbers as unsigned ones.
   */
  private static final String HOLDER =
      """
      SELECT l.pid, a.application_name, coalesce(host(a.client_addr), 'local'), a.xact_start,
        w.query_start,
        CASE WHEN w.state <> 'active' THEN w.state
          WHEN w.wait_event IS NULL THEN 'nothing'
          ELSE w.wait_event_type || ':' || w.wait_event
            || coalesce(' of pid ' || nullif(array_to_string(pg_blocking_pids(w.pid), ','), ''), '')
        END,
        w.query
      FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
        CROSS JOIN LATERAL (
          SELECT * FROM pg_stat_activity o
          WHERE o.pid = a.pid OR o.datname = a.datname AND o.application_name = a.application_name
            AND a.application_name LIKE 'hyperfleet-migrator/%/%'
          ORDER BY o.state = 'active' DESC, o.pid <> a.pid DESC, o.query_start DESC LIMIT 1) w
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.classid = CAST(CAST(? AS integer) AS oid)
        AND l.objid = CAST(CAST(? AS integer) AS oid)
      """;

  /** A name of ours is that of one migrator; of others, only the holder itself is sure. */
  private static final String SESSIONS_OF_HOLDER =
      "WITH holder (pid, name, address, since, query_since, waits_for, query) AS ("
          + HOLDER
          + """
          )
          SELECT a.pid FROM pg_stat_activity a, holder h
          WHERE h.pid = CAST(? AS integer) AND a.datname = current_database()
            AND (a.pid = h.pid
              OR a.application_name = h.name AND h.name LIKE 'hyperfleet-migrator/%/%')
          ORDER BY a.pid
          """;

  private final String name = migratorName();
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
    try (PreparedStatement naming = connection.prepareStatement(NAME_HOLDER)) {
      naming.setString(1, name);
      naming.execute();
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

  /** Finds first and ends then: within one query, the planner might end before it compares. */
  List<Integer> terminate(LockKey key, int pid) throws SQLException {
    try {
      List<Integer> told = new ArrayList<>();
      for (int session : sessionsOfHolder(key, pid)) {
        if (terminate(session)) {
          told.add(session);
        }
      }
      return told;
    } finally {
      connection.rollback();
    }
  }

  private List<Integer> sessionsOfHolder(LockKey key, int pid) throws SQLException {
    try (PreparedStatement question = connection.prepareStatement(SESSIONS_OF_HOLDER)) {
      question.setInt(1, key.first());
      question.setInt(2, key.second());
      question.setInt(3, pid);
      try (ResultSet rows = question.executeQuery()) {
        List<Integer> sessions = new ArrayList<>();
        while (rows.next()) {
          sessions.add(rows.getInt(1));
        }
        return sessions;
      }
    }
  }

  private boolean terminate(int session) throws SQLException {
    try (PreparedStatement order = connection.prepareStatement("SELECT pg_terminate_backend(?)")) {
      order.setInt(1, session);
      try (ResultSet answer = order.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  private static LockHolder holder(ResultSet row) throws SQLException {
    return new LockHolder(
        text(row, 1),
        text(row, 2),
        text(row, 3),
        text(row, 4),
        new LockHolder.Work(text(row, 5), text(row, 6), text(row, 7)));
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

  String name() {
    return name;
  }

  /** The server cuts names at 63 bytes; the end is what tells two migrators of a host apart. */
  private static String migratorName() {
    String host = hostName();
    return "hyperfleet-migrator/%s/%08x"
        .formatted(
            host.substring(0, Math.min(host.length(), 34)), ThreadLocalRandom.current().nextInt());
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException failure) {
      return "unknown";
    }
  }
}
