package io.hyperfleet.application;

import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.error.FleetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** One unit of work at a time; a call within a running one joins it. */
public final class InMemoryTransactions implements Transactions {

  private final ReentrantLock running = new ReentrantLock();
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private AfterCommit afterwards;

  @Override
  public <T> T required(RequestContext context, Supplier<T> work) {
    if (running.isHeldByCurrentThread()) {
      requireTransaction();
      return work.get();
    }
    AfterCommit actions = new AfterCommit();
    T result = alone(context, () -> inTransaction(actions, work));
    actions.run();
    return result;
  }

  @Override
  public <T> T reading(RequestContext context, Supplier<T> work) {
    return running.isHeldByCurrentThread() ? work.get() : alone(context, work);
  }

  @Override
  public void afterCommit(Runnable action) {
    if (running.isHeldByCurrentThread() && afterwards != null) {
      afterwards.add(action);
    } else {
      AfterCommit.run(action);
    }
  }

  /** Whoever changes something in the running transaction says here how to take it back. */
  public void onRollback(Runnable step) {
    requireTransaction();
    undo.push(step);
  }

  /** Refuses a use of a store that is not a part of a unit of work. */
  public void requireUnit() {
    if (!running.isHeldByCurrentThread()) {
      throw new IllegalStateException("outside of a unit of work");
    }
  }

  /** Refuses a change that is not a part of a transaction. */
  public void requireTransaction() {
    requireUnit();
    if (afterwards == null) {
      throw new IllegalStateException("a change needs a transaction");
    }
  }

  private <T> T alone(RequestContext context, Supplier<T> work) {
    refuseIfOver(context);
    running.lock();
    try {
      return work.get();
    } finally {
      running.unlock();
    }
  }

  private <T> T inTransaction(AfterCommit actions, Supplier<T> work) {
    afterwards = actions;
    try {
      T result = work.get();
      undo.clear();
      return result;
    } finally {
      afterwards = null;
      // Empty after a commit.
      while (!undo.isEmpty()) {
        undo.pop().run();
      }
    }
  }

  private static void refuseIfOver(RequestContext context) {
    context
        .deadline()
        .left()
        .filter(left -> left.isZero() || left.isNegative())
        .ifPresent(
            over -> {
              throw FleetException.databaseBusy(new IllegalStateException("no time is left"));
            });
  }
}
