package io.hyperfleet.server.api;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** What this process may take of the connections that the server has. */
final class ConnectionBudget {

  private static final Logger LOG = System.getLogger(ConnectionBudget.class.getName());

  /** Each pool of the probes has at most two, and they are not worth a key. */
  private static final int PROBES = 2;

  private static final String LIMITS =
      "SELECT current_setting('max_connections')::int,"
          + " current_setting('superuser_reserved_connections')::int";

  private ConnectionBudget() {}

  static void tell(Connection connection, int pool) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet limits = statement.executeQuery(LIMITS)) {
      limits.next();
      tell(pool, limits.getInt(1), limits.getInt(2));
    }
  }

  private static void tell(int pool, int server, int reserved) {
    LOG.log(
        Level.INFO,
        "Connection budget pool=%d probes=%d total=%d server_max_connections=%d reserved=%d"
            .formatted(pool, PROBES, pool + PROBES, server, reserved));
    warning(pool, server, reserved).ifPresent(text -> LOG.log(Level.WARNING, text));
  }

  /** A rolling update has one replica more than usual, and migrators beside them. */
  static Optional<String> warning(int pool, int server, int reserved) {
    int ours = pool + PROBES;
    int usable = server - reserved;
    if (ours * 2 <= usable) {
      return Optional.empty();
    }
    return Optional.of(
        "One replica may take %d of the %d connections that the server has for users, more than"
                .formatted(ours, usable)
            + " half: a rolling update may run out of them. Lower"
            + " database.pool.max_connections, or raise max_connections of the server");
  }
}
