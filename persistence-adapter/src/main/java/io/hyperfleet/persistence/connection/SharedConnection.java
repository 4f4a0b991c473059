package io.hyperfleet.persistence.connection;

import io.hyperfleet.persistence.connection.Watchdog.Watch;
import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * One connection of the pool under any number of handles. It goes back when the last handle is
 * closed, and not before {@link #release}.
 */
final class SharedConnection {

  private final Connection pooled;
  private final Optional<Watch> end;
  private int handles;
  private boolean released;

  SharedConnection(Connection pooled) throws SQLException {
    this.pooled = pooled;
    this.end = Deadline.ofRequest().map(time -> Watchdog.abort(pooled, time));
  }

  Connection handle() {
    handles++;
    boolean[] closed = new boolean[1];
    return Intercepted.of(
        Connection.class,
        (method, arguments) -> {
          if (!method.getName().equals("close")) {
            return watched(Intercepted.handOn(pooled, method, arguments));
          }
          if (!closed[0]) {
            closed[0] = true;
            handles--;
            closeIfUnused();
          }
          return null;
        });
  }

  void release() throws SQLException {
    released = true;
    closeIfUnused();
  }

  private void closeIfUnused() throws SQLException {
    if (released && handles == 0) {
      end.ifPresent(Watch::stop);
      pooled.close();
    }
  }

  private Object watched(Object made) {
    if (made instanceof CallableStatement statement) {
      return watched(CallableStatement.class, statement);
    }
    if (made instanceof PreparedStatement statement) {
      return watched(PreparedStatement.class, statement);
    }
    return made instanceof Statement statement ? watched(Statement.class, statement) : made;
  }

  private <T extends Statement> T watched(Class<T> type, T statement) {
    return Intercepted.of(
        type,
        (method, arguments) ->
            method.getName().startsWith("execute")
                ? execute(statement, method, arguments)
                : Intercepted.handOn(statement, method, arguments));
  }

  private Object execute(Statement statement, Method method, Object[] arguments) throws Throwable {
    Optional<Watch> watch = Deadline.ofStatement().map(time -> Watchdog.cancel(statement, time));
    try {
      return Intercepted.handOn(statement, method, arguments);
    } catch (SQLException failure) {
      PoolDoor.countIfBroken(failure);
      throw failure;
    } finally {
      watch.ifPresent(Watch::stop);
    }
  }
}
