package io.hyperfleet.persistence.connection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends what takes too long. To do so may take long itself, so each end has a thread of its own: a
 * database that is frozen must not make the others wait.
 */
final class Watchdog {

  private static final Logger LOG = System.getLogger(Watchdog.class.getName());

  private static final ScheduledThreadPoolExecutor CLOCK = clock();
  private static final ExecutorService ENDERS = Executors.newCachedThreadPool(Watchdog::daemon);

  /** How long a database may take to cancel. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private interface End {
    void run() throws SQLException;
  }

  private Watchdog() {}

  /** Has the database cancel the statement after a while, unless the answer is cancelled before. */
  static Future<?> cancel(Statement statement, Duration limit) {
    return later(statement::cancel, "Cancelling a statement", limit);
  }

  /**
   * Gives a connection up, some time after its statements should have been cancelled: a database
   * that is frozen, or out of reach, cancels nothing.
   */
  static Future<?> abort(Connection connection, Duration limit) {
    return later(
        () -> connection.abort(Runnable::run), "Aborting a connection", limit.plus(PATIENCE));
  }

  private static Future<?> later(End end, String name, Duration delay) {
    return CLOCK.schedule(
        () -> ENDERS.execute(() -> run(end, name)), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static void run(End end, String name) {
    try {
      end.run();
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "{0} failed error_message={1}", name, e.getMessage());
    }
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, Watchdog::daemon);
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "statement-watchdog");
    thread.setDaemon(true);
    return thread;
  }
}
