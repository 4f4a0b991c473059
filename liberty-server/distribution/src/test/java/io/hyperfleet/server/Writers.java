package io.hyperfleet.server;

import io.hyperfleet.server.Http.Answer;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Clients that create clusters without a pause, and remember what they were told. */
final class Writers implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final PackagedServer server;
  private final int count;
  private final boolean insistent;
  private final ExecutorService threads;
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch more = new CountDownLatch(0);
  private volatile boolean stopped;

  private Writers(PackagedServer server, int count, boolean insistent) {
    this.server = server;
    this.count = count;
    this.insistent = insistent;
    this.threads = Executors.newFixedThreadPool(count);
  }

  /** Clients that go on whatever they are told. */
  static Writers on(PackagedServer server, int count) {
    return new Writers(server, count, true).start();
  }

  /** Clients that end when the service sends them away. */
  static Writers untilTurnedAway(PackagedServer server, int count) {
    return new Writers(server, count, false).start();
  }

  private Writers start() {
    for (int i = 0; i < count; i++) {
      threads.execute(this::write);
    }
    return this;
  }

  /** Waits until this many more were acknowledged from now on. */
  void awaitMore(int clusters) {
    more = new CountDownLatch(clusters);
    try {
      if (!more.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("not enough writes were acknowledged: " + server.text());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The status of every answer that there was. */
  Set<Integer> statuses() {
    return statuses;
  }

  /** Requests that ended without an answer. */
  Queue<String> broken() {
    return broken;
  }

  /** Acknowledged clusters that {@code reader} does not have. */
  List<String> lost(PackagedServer reader) {
    List<String> lost = new ArrayList<>();
    for (String href : acknowledged) {
      if (Http.get(reader.api(href)).status() != 200) {
        lost.add(href);
      }
    }
    return lost;
  }

  @Override
  public void close() {
    stop();
  }

  /** Waits for the last answers. */
  void stop() {
    stopped = true;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(count + " writers do not end: " + server.text());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void write() {
    while (!stopped) {
      try {
        Answer answer = Clusters.create(server);
        statuses.add(answer.status());
        if (answer.status() == 503 && !insistent) {
          return;
        }
        if (answer.status() == 201) {
          acknowledged.add(answer.json().at("/href").asText());
          more.countDown();
        }
      } catch (UncheckedIOException e) {
        broken.add(String.valueOf(e.getCause()));
        if (!insistent) {
          return;
        }
      }
    }
  }
}
