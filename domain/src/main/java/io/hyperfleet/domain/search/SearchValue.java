package io.hyperfleet.domain.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Something to compare with. Values of one type are ordered, which need not agree with {@code
 * equals}; those of two types never meet.
 */
public sealed interface SearchValue extends Comparable<SearchValue> {

  /** Ordered by code points, whatever the language. */
  record Text(String value) implements SearchValue {

    public Text {
      if (value.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("no text that is kept has this character");
      }
    }

    @Override
    public int compareTo(SearchValue other) {
      String theirs = ((Text) other).value;
      int end = Math.min(value.length(), theirs.length());
      for (int at = 0; at < end; at++) {
        if (value.charAt(at) != theirs.charAt(at)) {
          return Integer.compare(rank(value.charAt(at)), rank(theirs.charAt(at)));
        }
      }
      return Integer.compare(value.length(), theirs.length());
    }

    /** Surrogates stand for the code points above all others. */
    private static int rank(char c) {
      return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }
  }

  /** Ordered by value, so that 1.0 equals 1. */
  record Numeric(BigDecimal value) implements SearchValue {

    public Numeric {
      Objects.requireNonNull(value, "value");
    }

    public static Numeric of(long value) {
      return new Numeric(BigDecimal.valueOf(value));
    }

    @Override
    public int compareTo(SearchValue other) {
      return value.compareTo(((Numeric) other).value);
    }
  }

  /** A moment, to the microsecond. */
  record Time(Instant value) implements SearchValue {

    public Time {
      if (!value.equals(value.truncatedTo(ChronoUnit.MICROS))) {
        throw new IllegalArgumentException("finer than times are kept: " + value);
      }
    }

    @Override
    public int compareTo(SearchValue other) {
      return value.compareTo(((Time) other).value);
    }
  }
}
