package io.hyperfleet.bench.load;

import io.hyperfleet.bench.started.BenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One connection's part of a load in this process, and how the parts become a whole. */
abstract class Worker implements Callable<Worker> {

  private final Histogram latencies = new Histogram();
  private final long end;
  private final long most;
  private long errors;

  /**
   * Works for a while.
   *
   * @param end of the work, as {@link System#nanoTime} tells it
   * @param most requests that it may send
   */
  Worker(long end, long most) {
    this.end = end;
    this.most = most;
  }

  final boolean mayGoOn() {
    return System.nanoTime() < end && latencies.total() < most;
  }

  final long done() {
    return latencies.total();
  }

  final void record(long startedAt, boolean isGood) {
    latencies.record((System.nanoTime() - startedAt) / 1_000);
    if (!isGood) {
      errors++;
    }
  }

  /** For what was sent and never answered. */
  final void recordLoss() {
    errors++;
  }

  static Sample run(List<? extends Worker> workers) {
    ExecutorService threads = Executors.newFixedThreadPool(workers.size());
    try {
      long start = System.nanoTime();
      List<Worker> done = new ArrayList<>();
      for (Future<Worker> worker : threads.invokeAll(workers)) {
        done.add(worker.get());
      }
      return sum(done, (System.nanoTime() - start) / 1e9);
    } catch (ExecutionException e) {
      throw new BenchException("no load can be made: " + e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Sample sum(List<Worker> workers, double seconds) {
    Histogram all = new Histogram();
    workers.forEach(worker -> all.add(worker.latencies));
    long errors = workers.stream().mapToLong(worker -> worker.errors).sum();
    return new Sample(all.total(), errors, seconds, all);
  }
}
