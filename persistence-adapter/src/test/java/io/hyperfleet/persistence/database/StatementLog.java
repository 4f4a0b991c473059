package io.hyperfleet.persistence.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Writes down what goes to the database through a data source; a batch is one entry. */
public final class StatementLog {

  public static final String BEGIN = "BEGIN";

  private final List<String> entries = new ArrayList<>();

  /** A data source that does what {@code database} does, and is written down here. */
  public DataSource watch(DataSource database) {
    return proxy(DataSource.class, database, "");
  }

  /** All statements and beginnings of transactions since the last call. */
  public List<String> drain() {
    List<String> drained = List.copyOf(entries);
    entries.clear();
    return drained;
  }

  private <T> T proxy(Class<T> type, Object target, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              record(method, arguments, sql);
              return watched(call(target, method, arguments), arguments);
            }));
  }

  private void record(Method method, Object[] arguments, String sql) {
    if (method.getName().startsWith("execute")) {
      entries.add(arguments == null ? sql : (String) arguments[0]);
    } else if (method.getName().equals("setAutoCommit") && arguments[0].equals(false)) {
      entries.add(BEGIN);
    }
  }

  private Object watched(Object result, Object[] arguments) {
    if (result instanceof Connection) {
      return proxy(Connection.class, result, "");
    }
    if (result instanceof PreparedStatement) {
      return proxy(PreparedStatement.class, result, (String) arguments[0]);
    }
    return result instanceof Statement ? proxy(Statement.class, result, "") : result;
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
