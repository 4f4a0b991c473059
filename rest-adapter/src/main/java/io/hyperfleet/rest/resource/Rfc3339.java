package io.hyperfleet.rest.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as clients write them: with seconds, any number of their decimals, and an offset. */
final class Rfc3339 {

  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})");

  private static final Pattern MORE_THAN_NANOS = Pattern.compile("(\\.\\d{9})\\d+");

  /** A time of that many characters has decimals that nobody measured. */
  private static final int MAX_LENGTH = 100;

  private Rfc3339() {}

  static Optional<Instant> parse(String text) {
    if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      String nanos = MORE_THAN_NANOS.matcher(text).replaceFirst("$1");
      return Optional.of(OffsetDateTime.parse(nanos).toInstant());
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }
}
