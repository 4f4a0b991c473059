package io.hyperfleet.server.edge;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * How long requests wait for a thread of the server, which nobody tells. A task that does nothing
 * waits with them, in the same queue, again and again.
 */
final class ThreadWait {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final long NOT_WAITING = 0;

  private final Executor threads;
  private final LongSupplier nanos;
  private volatile long waitingSince = NOT_WAITING;
  private volatile long latest;

  ThreadWait(Executor threads, LongSupplier nanos) {
    this.threads = threads;
    this.nanos = nanos;
  }

  Thread start() {
    return Lookout.start("thread-wait", PAUSE, this::look);
  }

  /** Puts the task into the queue, unless it is still there. */
  void look() {
    if (waitingSince != NOT_WAITING) {
      return;
    }
    long now = nanos.getAsLong();
    waitingSince = now == NOT_WAITING ? 1 : now;
    try {
      threads.execute(this::served);
    } catch (RejectedExecutionException shuttingDown) {
      waitingSince = NOT_WAITING;
    }
  }

  private void served() {
    latest = nanos.getAsLong() - waitingSince;
    waitingSince = NOT_WAITING;
  }

  /**
   * What a request has waited at least that has got a thread just now: as long as the task that
   * still waits behind it, or about as long as the last one did.
   */
  long nanosWaited() {
    long since = waitingSince;
    long before = latest;
    return since == NOT_WAITING ? before : Math.max(before, nanos.getAsLong() - since);
  }
}
