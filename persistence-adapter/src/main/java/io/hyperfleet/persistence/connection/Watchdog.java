package io.hyperfleet.persistence.connection;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends what takes too long. It looks around every now and then: a timer for each statement would
 * wake a thread for each. To end something may take long itself, so each end has a thread of its
 * own, and a database that is frozen does not make the others wait.
 */
final class Watchdog {

  private static final Logger LOG = System.getLogger(Watchdog.class.getName());

  private static final Duration ROUND = Duration.ofMillis(20);

  /** How long a database may take to cancel. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Set<Watch> WATCHES = ConcurrentHashMap.newKeySet();
  private static final ExecutorService ENDERS = Executors.newCachedThreadPool(Watchdog::daemon);

  static {
    daemon(Watchdog::goRound).start();
  }

  private interface End {
    void run() throws SQLException;
  }

  /** One thing that must not take too long. */
  static final class Watch {

    private final long due;
    private final String name;
    private final End end;

    private Watch(Duration limit, String name, End end) {
      this.due = System.nanoTime() + limit.toNanos();
      this.name = name;
      this.end = end;
    }

    /** It is over by itself. */
    void stop() {
      WATCHES.remove(this);
    }

    private boolean isDue() {
      return System.nanoTime() - due >= 0;
    }

    private void run() {
      try {
        end.run();
      } catch (SQLException | RuntimeException e) {
        LOG.log(Level.WARNING, "{0} failed error_message={1}", name, e.getMessage());
      }
    }
  }

  private Watchdog() {}

  /** Has the database cancel the statement after a while. */
  static Watch cancel(Statement statement, Duration limit) {
    return watch(new Watch(limit, "Cancelling a statement", statement::cancel));
  }

  /**
   * Gives a connection up, some time after its statements should have been cancelled: a database
   * that is frozen, or out of reach, cancels nothing.
   */
  static Watch abort(Connection connection, Duration limit) {
    return watch(
        new Watch(
            limit.plus(PATIENCE), "Aborting a connection", () -> connection.abort(Runnable::run)));
  }

  private static Watch watch(Watch watch) {
    WATCHES.add(watch);
    return watch;
  }

  private static void goRound() {
    while (true) {
      LockSupport.parkNanos(ROUND.toNanos());
      for (Watch watch : List.copyOf(WATCHES)) {
        if (watch.isDue() && WATCHES.remove(watch)) {
          ENDERS.execute(watch::run);
        }
      }
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "statement-watchdog");
    thread.setDaemon(true);
    return thread;
  }
}
