package io.hyperfleet.server.warmup;

import io.hyperfleet.domain.kind.KindDescriptor;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Has the service answer its own requests over and over, for a while and never for longer. */
public final class WarmUp {

  private static final Logger LOG = System.getLogger(WarmUp.class.getName());

  /** More at a time would wait for the processor, which the compiler wants as well. */
  private static final int CLIENTS = 2;

  /** Of each client; more would gain little, and keep a machine that is fast from its clients. */
  private static final int ROUNDS = 100;

  private static final Duration PAUSE = Duration.ofMillis(10);

  private final OwnListener listener;
  private final List<OwnRequest> requests;
  private final ExecutorService executor;
  private final Duration limit;

  /**
   * Asks for nothing yet.
   *
   * @param kind whose routes stand for those of all
   */
  public WarmUp(
      OwnListener listener, KindDescriptor kind, ExecutorService executor, Duration limit) {
    this.listener = listener;
    this.requests = OwnRequest.ofEverySort(kind);
    this.executor = executor;
    this.limit = limit;
  }

  /** Returns in time. What went wrong is told in one line, and is no reason not to serve. */
  public void run() {
    long started = System.nanoTime();
    long end = started + limit.toNanos();
    AtomicInteger answers = new AtomicInteger();
    try {
      awaitListener(end);
      askUntil(end, answers);
      if (answers.get() < requests.size()) {
        throw new SocketTimeoutException("the time was over after " + answers + " answers");
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
      LOG.log(Level.INFO, "Warmed up requests=%d duration_ms=%d".formatted(answers.get(), millis));
    } catch (IOException | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "Not warmed up, so the first requests may be slow error={0}",
          e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void askUntil(long end, AtomicInteger answers) throws IOException, InterruptedException {
    Callable<Void> client = () -> ask(end, answers);
    List<Future<Void>> clients =
        executor.invokeAll(
            Collections.nCopies(CLIENTS, client), left(end).toNanos(), TimeUnit.NANOSECONDS);
    for (Future<Void> each : clients) {
      try {
        // One that was late is cancelled, and what it has heard by then counts.
        if (!each.isCancelled()) {
          each.get();
        }
      } catch (ExecutionException e) {
        throw new IOException(e.getCause().getMessage(), e);
      }
    }
  }

  private Void ask(long end, AtomicInteger answers) throws IOException {
    for (int asked = 0; asked < ROUNDS * requests.size() && !left(end).isZero(); asked++) {
      OwnRequest request = requests.get(asked % requests.size());
      int status;
      try {
        status = listener.send(request, left(end));
      } catch (SocketTimeoutException late) {
        return null;
      }
      if (status >= 500) {
        throw new IOException(request.target() + " was answered " + status);
      }
      answers.incrementAndGet();
    }
    return null;
  }

  /** It opens at about the time at which the tables are there. */
  private void awaitListener(long end) throws IOException {
    while (!isOpen(end)) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private boolean isOpen(long end) throws IOException {
    try {
      listener.send(requests.get(0), left(end));
      return true;
    } catch (ConnectException e) {
      if (left(end).isZero()) {
        throw e;
      }
      return false;
    }
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
