package io.hyperfleet.server.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A recorded text: as it is, or a token or variables for what no two runs have in common. */
record ExpectedText(String text, Variables variables) {

  private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})");

  private static final String PREFIX = "<prefix:";

  /** What rounding may make of a time. */
  private static final Duration TOLERANCE = Duration.of(1, ChronoUnit.MICROS);

  boolean matches(JsonNode actual) {
    if (text.equals("<any>")) {
      return true;
    }
    return actual.isTextual()
        ? matches(actual.textValue())
        : Variables.areIn(text) && variables.fill(text).equals(actual);
  }

  private boolean matches(String actual) {
    return switch (text) {
      case "<text>" -> !actual.isEmpty();
      case "<time>" -> isTime(actual);
      case "<time-sec>" -> isTime(actual) && !actual.contains(".");
      default ->
          text.startsWith(PREFIX)
              ? actual.startsWith(
                  variables.fillText(text.substring(PREFIX.length(), text.length() - 1)))
              : matchesFilled(variables.fillText(text), actual);
    };
  }

  private boolean matchesFilled(String filled, String actual) {
    if (Variables.areIn(text) && isTime(filled) && isTime(actual)) {
      Duration apart = Duration.between(OffsetDateTime.parse(filled), OffsetDateTime.parse(actual));
      return apart.abs().compareTo(TOLERANCE) <= 0;
    }
    String pattern =
        Arrays.stream(filled.split("<uuid>", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(UUID));
    return Pattern.matches("(?s)" + pattern, actual);
  }

  private static boolean isTime(String text) {
    return TIME.matcher(text).matches();
  }
}
