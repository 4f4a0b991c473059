package io.hyperfleet.hostile.shape;

import java.util.Random;

/** Random numbers as the generators ask for them; the same seed makes the same shapes. */
public record Choice(Random random) {

  public static Choice seeded(long seed) {
    return new Choice(new Random(seed));
  }

  public String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  /** At least 0, and less than {@code bound}. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  public boolean either() {
    return random.nextBoolean();
  }
}
