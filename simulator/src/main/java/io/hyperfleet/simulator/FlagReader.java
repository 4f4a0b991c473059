package io.hyperfleet.simulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was typed, or the default; a value that does not do is named with one that does. */
record FlagReader(Map<String, String> typed) {

  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "ms", ChronoUnit.MILLIS,
          "s", ChronoUnit.SECONDS,
          "m", ChronoUnit.MINUTES,
          "h", ChronoUnit.HOURS);

  int number(SimulationFlag flag, int least, int most) {
    long number = wholeNumber(flag, "from %d to %d".formatted(least, most));
    if (number < least || number > most) {
      throw wrong(flag, "a whole number from %d to %d".formatted(least, most));
    }
    return (int) number;
  }

  long seed() {
    return wholeNumber(SimulationFlag.SEED, "of 64 bits");
  }

  /** Never zero, where zero would mean to do something all the time. */
  Duration time(SimulationFlag flag, Duration least) {
    Matcher time = TIME.matcher(text(flag));
    if (time.matches()) {
      Duration value = Duration.of(Long.parseLong(time.group(1)), UNITS.get(time.group(2)));
      if (value.compareTo(least) >= 0) {
        return value;
      }
    }
    String limit = least.isZero() ? "" : " of at least %d ms".formatted(least.toMillis());
    throw wrong(flag, "a time in ms, s, m or h" + limit);
  }

  URI url() {
    try {
      URI url = new URI(text(SimulationFlag.URL));
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      throw wrong(SimulationFlag.URL, "an address that begins with http:// or https://");
    }
    throw wrong(SimulationFlag.URL, "an address that begins with http:// or https://");
  }

  private long wholeNumber(SimulationFlag flag, String range) {
    try {
      return Long.parseLong(text(flag));
    } catch (NumberFormatException e) {
      throw wrong(flag, "a whole number " + range);
    }
  }

  private String text(SimulationFlag flag) {
    return typed.getOrDefault(flag.flag(), flag.otherwise());
  }

  private SimulatorException wrong(SimulationFlag flag, String allowed) {
    return SimulatorException.misuse(
        "%s must be %s, not %s; for example %1$s %s"
            .formatted(flag.flag(), allowed, text(flag), flag.otherwise()));
  }
}
