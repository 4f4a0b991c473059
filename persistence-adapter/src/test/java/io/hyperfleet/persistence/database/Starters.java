package io.hyperfleet.persistence.database;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Threads that do something beside a test. What fails in them fails where the result is taken. */
public final class Starters {

  private static final int TRIES = 3_000;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

  private Starters() {}

  /** All results, of as many threads, none of which begins before the last is there. */
  public static <T> List<T> together(int count, Callable<T> work) throws Exception {
    CyclicBarrier line = new CyclicBarrier(count);
    List<Started<T>> started = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      started.add(start(() -> fromLine(line, work)));
    }
    List<T> results = new ArrayList<>();
    for (Started<T> each : started) {
      results.add(each.result());
    }
    return results;
  }

  private static <T> T fromLine(CyclicBarrier line, Callable<T> work)
      throws Exception, BrokenBarrierException {
    line.await();
    return work.call();
  }

  public static <T> Started<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return new Started<>(thread, task);
  }

  /** Asks again until it is so, or fails after half a minute. */
  public static void await(Callable<Boolean> condition) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      if (condition.call()) {
        return;
      }
      LockSupport.parkNanos(PAUSE);
    }
    throw new AssertionError("what was waited for has not come");
  }

  /** A thread at work. */
  public record Started<T>(Thread thread, FutureTask<T> task) {

    public T result() throws Exception {
      return task.get(1, TimeUnit.MINUTES);
    }
  }
}
