package io.hyperfleet.bench.started;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Everything that has to be undone, in the end or at a signal: the last first, each whatever the
 * others do.
 */
public final class Cleanup implements AutoCloseable {

  private static final Logger LOG = System.getLogger(Cleanup.class.getName());

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean closed;

  /** Starts under the lock: a signal finds what is just starting, and nothing starts after it. */
  public synchronized <T extends AutoCloseable> T keep(Supplier<T> start) {
    if (closed) {
      throw new BenchException("stopped by a signal");
    }
    T started = start.get();
    open.push(started);
    return started;
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!open.isEmpty()) {
      close(open.pop());
    }
  }

  private static void close(AutoCloseable started) {
    try {
      started.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "left behind: " + started, e);
    }
  }
}
