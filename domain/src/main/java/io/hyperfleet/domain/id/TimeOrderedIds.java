package io.hyperfleet.domain.id;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDs of version 7 (RFC 9562, section 5.7): milliseconds first, then 74 random bits. */
public final class TimeOrderedIds {

  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long RANDOM_A = 0xFFFL;
  private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;

  private final InstantSource clock;
  private final RandomGenerator random;

  public TimeOrderedIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  public UUID next() {
    long high = clock.millis() << 16 | VERSION | (random.nextLong() & RANDOM_A);
    long low = VARIANT | (random.nextLong() & RANDOM_B);
    return new UUID(high, low);
  }
}
