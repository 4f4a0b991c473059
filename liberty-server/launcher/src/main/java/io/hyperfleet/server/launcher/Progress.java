package io.hyperfleet.server.launcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Says that something goes on, or whoever waits takes it for stuck. Ends when it is closed. */
final class Progress implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration LATER = Duration.ofSeconds(5);

  private final String what;
  private final Consumer<String> log;
  private final CountDownLatch done = new CountDownLatch(1);

  private Progress(String what, Consumer<String> log) {
    this.what = what;
    this.log = log;
  }

  static Progress of(String what, Consumer<String> log) {
    return of(what, log, PATIENCE);
  }

  static Progress of(String what, Consumer<String> log, Duration patience) {
    Progress progress = new Progress(what, log);
    Thread thread = new Thread(() -> progress.tell(patience), "progress");
    thread.setDaemon(true);
    thread.start();
    return progress;
  }

  private void tell(Duration patience) {
    long started = System.nanoTime();
    Duration pause = patience;
    try {
      while (!done.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
        log.accept("Still at it: %s seconds=%d".formatted(what, seconds));
        pause = LATER;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
  }
}
