package io.hyperfleet.persistence.connection;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends what takes too long. It looks at all connections in use every now and then: a timer for each
 * statement would wake a thread for each. To end something may take long itself, so each end has a
 * thread of its own, and a database that is frozen does not make the others wait.
 */
final class DeadlineWatch implements AutoCloseable {

  private static final Duration ROUND = Duration.ofMillis(20);

  private final Set<UnitConnection> inUse = ConcurrentHashMap.newKeySet();
  private final ExecutorService enders = Executors.newCachedThreadPool(DeadlineWatch::daemon);
  private volatile boolean closed;

  DeadlineWatch() {
    daemon(this::goRound).start();
  }

  void start(UnitConnection connection) {
    inUse.add(connection);
  }

  void stop(UnitConnection connection) {
    inUse.remove(connection);
  }

  @Override
  public void close() {
    closed = true;
    enders.shutdown();
  }

  private void goRound() {
    while (!closed) {
      LockSupport.parkNanos(ROUND.toNanos());
      long now = System.nanoTime();
      for (UnitConnection connection : inUse) {
        connection.whatIsDue(now).ifPresent(enders::execute);
      }
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "database-deadline");
    thread.setDaemon(true);
    return thread;
  }
}
