package io.hyperfleet.server.driver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.postgresql.PGConnection;

/** A connection that remembers when somebody last asked whether it is well, in order to use it. */
final class RecentlyUsedConnection implements InvocationHandler {

  private static final Duration RECENT = Duration.ofSeconds(1);

  private final Connection connection;
  private final LongSupplier nanos;
  private volatile long lastAsked;

  private RecentlyUsedConnection(Connection connection, LongSupplier nanos) {
    this.connection = connection;
    this.nanos = nanos;
    this.lastAsked = nanos.getAsLong();
  }

  static Connection around(Connection connection, LongSupplier nanos) {
    return (Connection)
        Proxy.newProxyInstance(
            RecentlyUsedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class, PGConnection.class},
            new RecentlyUsedConnection(connection, nanos));
  }

  @Override
  public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("isValid")) {
      return isValid((Integer) arguments[0]);
    }
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private boolean isValid(int timeoutSeconds) throws SQLException {
    long now = nanos.getAsLong();
    boolean recent = now - lastAsked < RECENT.toNanos();
    lastAsked = now;
    return recent ? !connection.isClosed() : connection.isValid(timeoutSeconds);
  }
}
