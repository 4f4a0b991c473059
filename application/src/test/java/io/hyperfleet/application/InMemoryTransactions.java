package io.hyperfleet.application;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One transaction at a time; a call within a running one joins it. */
public final class InMemoryTransactions implements Transactions {

  private final ReentrantLock running = new ReentrantLock();
  private final Deque<Runnable> undo = new ArrayDeque<>();

  @Override
  public <T> T required(Supplier<T> work) {
    if (running.isHeldByCurrentThread()) {
      return work.get();
    }
    running.lock();
    try {
      T result = work.get();
      undo.clear();
      return result;
    } finally {
      // Empty after a commit.
      while (!undo.isEmpty()) {
        undo.pop().run();
      }
      running.unlock();
    }
  }

  /** Whoever changes something in the running transaction says here how to take it back. */
  public void onRollback(Runnable step) {
    if (!running.isHeldByCurrentThread()) {
      throw new IllegalStateException("a change needs a running transaction");
    }
    undo.push(step);
  }
}
