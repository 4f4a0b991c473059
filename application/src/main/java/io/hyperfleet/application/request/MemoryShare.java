package io.hyperfleet.application.request;

import io.hyperfleet.domain.error.FleetException;
import java.util.function.Supplier;

/**
 * What one request holds of the {@link MemoryBudget}, in bytes of the heap, until it is answered.
 * Whoever is about to make something large of what a client sent or stored takes the memory before.
 */
public final class MemoryShare implements AutoCloseable {

  private final MemoryBudget budget;
  private long held;

  MemoryShare(MemoryBudget budget) {
    this.budget = budget;
  }

  /**
   * Takes more.
   *
   * @throws FleetException of category {@code OVERLOADED} if others hold what this one needs
   */
  public synchronized void take(long bytes) {
    if (!budget.take(beyondAllowance(held + bytes) - beyondAllowance(held))) {
      throw FleetException.memoryUsedUp();
    }
    held += bytes;
  }

  /** Takes so much, or what is left of the allowance if others hold the rest; tells how much. */
  public synchronized long takeUpTo(long bytes) {
    long granted =
        budget.take(beyondAllowance(held + bytes) - beyondAllowance(held))
            ? bytes
            : Math.min(bytes, Math.max(0, budget.allowance() - held));
    held += granted;
    return granted;
  }

  public synchronized void giveBack(long bytes) {
    budget.giveBack(beyondAllowance(held) - beyondAllowance(held - bytes));
    held -= bytes;
  }

  /** Does some work of which only the result is kept, and gives back what else it took. */
  public <T> T lent(Supplier<T> work) {
    long before = held();
    T result = work.get();
    giveBack(held() - before);
    return result;
  }

  private synchronized long held() {
    return held;
  }

  /** Whether so much more could be taken if no other request held anything. */
  public synchronized boolean couldTake(long bytes) {
    return beyondAllowance(held + bytes) <= budget.bytes();
  }

  /** Gives back everything: the request is answered. */
  @Override
  public synchronized void close() {
    giveBack(held);
  }

  private long beyondAllowance(long bytes) {
    return Math.max(0, bytes - budget.allowance());
  }
}
