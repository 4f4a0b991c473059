package io.hyperfleet.domain.resource;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** When something was done, to the microsecond, and by whom. */
public record Stamp(Instant time, String by) {

  public Stamp {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(by, "by");
    if (!time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
      throw new IllegalArgumentException("finer than the database keeps: " + time);
    }
  }
}
