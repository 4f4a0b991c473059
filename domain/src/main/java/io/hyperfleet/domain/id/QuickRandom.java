package io.hyperfleet.domain.id;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * For ids that only have to differ, also between processes: each thread draws from a generator of
 * its own, so that a number costs next to nothing. Who has seen one can work out those that follow,
 * so what it makes must not open anything.
 */
public final class QuickRandom implements RandomGenerator {

  @SuppressWarnings("ThreadLocalUsage") // As many as there are instances: one in a process.
  private final ThreadLocal<SplittableRandom> random;

  /**
   * Starts each generator somewhere else.
   *
   * @param seeds asked once by each thread; whose numbers nobody can guess, or two processes could
   *     come to make the same ids
   */
  public QuickRandom(RandomGenerator seeds) {
    random = ThreadLocal.withInitial(() -> new SplittableRandom(seeds.nextLong()));
  }

  @Override
  public long nextLong() {
    return random.get().nextLong();
  }
}
