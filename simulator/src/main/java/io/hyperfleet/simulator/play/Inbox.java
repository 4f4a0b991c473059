package io.hyperfleet.simulator.play;

import io.hyperfleet.simulator.measure.Complaints;
import io.hyperfleet.simulator.measure.Measures;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The events that wait for one adapter, and the threads in which it handles them. Bounded: an event
 * of a resource that waits already is no news, and one that has no room will be repeated by
 * Sentinel.
 */
final class Inbox implements AutoCloseable {

  /** So that the same resource may be reported on twice at the same time. */
  private static final int THREADS = 2;

  private final EventHandler handler;
  private final Measures measures;
  private final Complaints complaints;
  private final ThreadPoolExecutor threads;
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  /** What becomes of an event. */
  @FunctionalInterface
  interface EventHandler {
    void handle(Event event) throws InterruptedException;
  }

  Inbox(String adapter, EventHandler handler, int room, Measures measures, Complaints complaints) {
    this.handler = handler;
    this.measures = measures;
    this.complaints = complaints;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(room),
            work -> new Thread(work, "adapter-" + adapter));
    threads.setRejectedExecutionHandler((work, full) -> refuse((Work) work));
  }

  void take(Event event) {
    if (waiting.add(event.id())) {
      threads.execute(new Work(event, true));
    } else {
      measures.dropped();
    }
  }

  /** Takes an event whether or not it is news. */
  void takeAgain(Event event) {
    threads.execute(new Work(event, false));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void refuse(Work work) {
    work.leave();
    measures.dropped();
  }

  private final class Work implements Runnable {

    private final Event event;
    private final boolean news;

    Work(Event event, boolean news) {
      this.event = event;
      this.news = news;
    }

    /** From now on an event of the same resource is news. */
    void leave() {
      if (news) {
        waiting.remove(event.id());
      }
    }

    @Override
    public void run() {
      leave();
      try {
        handler.handle(event);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        complaints.addOwn(e);
      }
    }
  }
}
