package io.hyperfleet.bench.load;

import java.util.Locale;
import java.util.UUID;

/**
 * The id of the n-th seeded row: of version 7 as the server makes them, and to be computed from its
 * number here, in PostgreSQL and in the script of wrk, so that every generator reads rows at
 * random.
 */
public final class SeededId {

  /** The time of the row numbered 0. */
  public static final long FIRST_MILLIS = 0x019000000000L;

  private static final String REST = "70008000000000000000";

  private SeededId() {}

  public static UUID of(long number) {
    long millis = FIRST_MILLIS + number;
    return new UUID(millis << 16 | 0x7000, 0x8000L << 48);
  }

  /**
   * The same in SQL.
   *
   * @param number an expression of type bigint
   */
  public static String sql(String number) {
    return String.format(
        Locale.ROOT, "(lpad(to_hex(%d + %s), 12, '0') || '%s')::uuid", FIRST_MILLIS, number, REST);
  }
}
