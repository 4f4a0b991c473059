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
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final AtomicReference<Late> whole = new AtomicReference<>();
  private final AtomicReference<Late> statement = new AtomicReference<>();

  private interface End {
    /** Whether there is nothing left to end. */
    boolean run() throws SQLException;
  }

  /** Something that must not take too long. */
  private record Late(String end, long due, End action, AtomicBoolean underWay) {

    static Late after(Duration time, String end, End action) {
      return new Late(end, System.nanoTime() + time.toNanos(), action, new AtomicBoolean());
    }

    boolean isDue(long now) {
      return now - due >= 0 && underWay.compareAndSet(false, true);
    }

    /** What fails would fail again. */
    boolean endsOrFails() {
      try {
        return action.run();
      } catch (SQLException | RuntimeException e) {
        LOG.log(Level.WARNING, "{0} failed error_message={1}", end, e.getMessage());
        return true;
      } finally {
        underWay.set(false);
      }
    }
  }

  UnitConnection(Connection pooled, TimeLimit limit) throws SQLException {
    this.pooled = pooled;
    this.limit = limit;
    limit
        .left()
        .map(time -> Late.after(time.plus(PATIENCE), "Aborting a connection", this::abort))
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

  /**
   * How to end what should have ended by now, if there is something. A statement is cancelled again
   * and again until it is closed: it may not have begun when it was cancelled first.
   */
  Optional<Runnable> whatIsDue(long now) {
    return ifDue(statement, now).or(() -> ifDue(whole, now));
  }

  private static Optional<Runnable> ifDue(AtomicReference<Late> reference, long now) {
    return Optional.ofNullable(reference.get())
        .filter(late -> late.isDue(now))
        .map(
            late ->
                () -> {
                  if (late.endsOrFails()) {
                    reference.compareAndSet(late, null);
                  }
                });
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
        time.map(limited -> Late.after(limited, "Cancelling a statement", () -> cancel(made)))
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
  private static boolean cancel(Statement late) throws SQLException {
    if (late.isClosed()) {
      return true;
    }
    late.cancel();
    return false;
  }

  private boolean abort() throws SQLException {
    pooled.abort(Runnable::run);
    return true;
  }
}
