package io.hyperfleet.persistence.connection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The connection of one unit of work. Whoever uses it may close it as often as he likes: it goes
 * back when the unit ends. The statement that was made on it last is known, so that it can be
 * cancelled when its time is over; the calls of a statement itself go straight to the driver.
 */
final class UnitConnection implements InvocationHandler {

  private static final Logger LOG = System.getLogger(UnitConnection.class.getName());

  /** How long a database may take to cancel: one that is frozen, or out of reach, never does. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Connection pooled;
  private final TimeLimit limit;
  private final AtomicReference<Watched> whole = new AtomicReference<>();
  private final AtomicReference<Watched> statement = new AtomicReference<>();

  private interface End {
    void run() throws SQLException;
  }

  /** Something that must not take too long. */
  private record Watched(String name, long due, End end) {

    static Watched during(Duration time, String name, End end) {
      return new Watched(name, System.nanoTime() + time.toNanos(), end);
    }

    private void run() {
      try {
        end.run();
      } catch (SQLException | RuntimeException e) {
        LOG.log(Level.WARNING, "{0} failed error_message={1}", name, e.getMessage());
      }
    }
  }

  UnitConnection(Connection pooled, TimeLimit limit) throws SQLException {
    this.pooled = pooled;
    this.limit = limit;
    limit
        .left()
        .map(time -> Watched.during(time.plus(PATIENCE), "Aborting a connection", this::abort))
        .ifPresent(whole::set);
  }

  /** What is handed to whoever runs statements. */
  Connection shared() {
    return (Connection)
        Proxy.newProxyInstance(
            UnitConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
  }

  Connection pooled() {
    return pooled;
  }

  /** How to end what should have ended by now, if there is something; told once. */
  Optional<Runnable> whatIsDue(long now) {
    return takeIfDue(statement, now).or(() -> takeIfDue(whole, now));
  }

  private static Optional<Runnable> takeIfDue(AtomicReference<Watched> reference, long now) {
    Watched watched = reference.get();
    return watched != null && now - watched.due() >= 0 && reference.compareAndSet(watched, null)
        ? Optional.of(watched::run)
        : Optional.empty();
  }

  @Override
  public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
    if (method.getName().equals("close")) {
      return null;
    }
    if (!Statement.class.isAssignableFrom(method.getReturnType())) {
      return handOn(method, arguments);
    }
    Optional<Duration> time = limit.ofNextStatement();
    Statement made = (Statement) handOn(method, arguments);
    statement.set(
        time.map(limited -> Watched.during(limited, "Cancelling a statement", () -> cancel(made)))
            .orElse(null));
    return made;
  }

  private Object handOn(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(pooled, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  /** Without effect on a statement that does not run. */
  private static void cancel(Statement late) throws SQLException {
    if (!late.isClosed()) {
      late.cancel();
    }
  }

  private void abort() throws SQLException {
    pooled.abort(Runnable::run);
  }
}
