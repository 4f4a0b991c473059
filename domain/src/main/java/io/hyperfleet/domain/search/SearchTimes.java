package io.hyperfleet.domain.search;

import io.hyperfleet.domain.search.SearchSyntax.Literal;
import io.hyperfleet.domain.search.SearchValue.Time;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads dates and timestamps that are known to have the right form. */
final class SearchTimes {

  private static final int DATE_LENGTH = "2026-01-01".length();
  private static final int SECONDS_LENGTH = "2026-01-01T00:00:00".length();
  private static final int OFFSET_LENGTH = "+00:00".length();
  private static final int NANOS_PER_MICRO = 1000;

  private SearchTimes() {}

  /** To the microsecond, what is finer is cut off; a date is its first moment in UTC. */
  static Optional<Time> read(Literal literal) {
    try {
      return Optional.of(instant(literal)).filter(SearchTimes::hasFourDigits).map(Time::new);
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static Instant instant(Literal literal) {
    String text = literal.text();
    LocalDate date = LocalDate.parse(text.substring(0, DATE_LENGTH));
    if (literal.kind() == Literal.Kind.DATE) {
      return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    LocalTime time = LocalTime.parse(text.substring(DATE_LENGTH + 1, SECONDS_LENGTH));
    int zone = text.endsWith("Z") ? text.length() - 1 : text.length() - OFFSET_LENGTH;
    return LocalDateTime.of(date, time)
        .plusNanos(nanos(text.substring(SECONDS_LENGTH, zone)))
        .toInstant(ZoneOffset.UTC)
        .minusSeconds(secondsEast(text.substring(zone)));
  }

  /** Of a fraction with its point, or of nothing. */
  private static long nanos(String fraction) {
    if (fraction.isEmpty()) {
      return 0;
    }
    String micros = (fraction.substring(1) + "00000").substring(0, "micros".length());
    return Long.parseLong(micros) * NANOS_PER_MICRO;
  }

  /** Further than the offsets that Java has names for: any time of day. */
  private static int secondsEast(String zone) {
    if (zone.equals("Z")) {
      return 0;
    }
    int seconds = LocalTime.parse(zone.substring(1)).toSecondOfDay();
    return zone.startsWith("-") ? -seconds : seconds;
  }

  /** The database keeps no year zero, and nobody else reads one with five digits. */
  private static boolean hasFourDigits(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return year >= 1 && year <= 9999;
  }
}
