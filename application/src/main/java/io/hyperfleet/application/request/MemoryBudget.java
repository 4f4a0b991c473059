package io.hyperfleet.application.request;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all requests together may take for what clients send and are sent. Each has a
 * {@link MemoryShare} of it, so that what they send and store decides who is answered, but never
 * how much is held.
 */
public final class MemoryBudget {

  private static final long LARGEST_ALLOWANCE = 256 << 10;

  private final long bytes;
  private final long allowance;
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param allowance what each request may take without asking, so that small ones are answered
   *     while large ones have used up everything
   */
  MemoryBudget(long bytes, long allowance) {
    this.bytes = bytes;
    this.allowance = allowance;
  }

  /**
   * A part of a heap of that many bytes. The rest is for the server, and for the allowances of some
   * hundred requests.
   */
  public static MemoryBudget ofHeap(long heap) {
    return new MemoryBudget(heap / 8 * 3, Math.min(LARGEST_ALLOWANCE, heap / 1024));
  }

  /** That of a new request. */
  public MemoryShare share() {
    return new MemoryShare(this);
  }

  /** All that there is, taken or not. */
  public long bytes() {
    return bytes;
  }

  public long taken() {
    return taken.get();
  }

  long allowance() {
    return allowance;
  }

  boolean take(long more) {
    long before;
    do {
      before = taken.get();
      if (more > bytes - before) {
        return false;
      }
    } while (!taken.compareAndSet(before, before + more));
    return true;
  }

  void giveBack(long less) {
    taken.addAndGet(-less);
  }
}
