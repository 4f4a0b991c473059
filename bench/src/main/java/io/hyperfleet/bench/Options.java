package io.hyperfleet.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the command was asked to do: names and texts, checked as they are read. */
final class Options {

  static final String HELP =
      """
      Measures the packaged server, on a PostgreSQL of its own unless one is given. Takes all the
      processor there is for minutes; see docs/performance.md.

        --server DIR         distribution to measure (the one of the last build)
        --database-url URL   jdbc:postgresql://host:port/name?user=...; the password may be in
                             PGPASSWORD. Uses the schema hyperfleet_bench, and drops it
        --clusters N         seeded before (10000)
        --warmup TIME        load on the server before anything counts (3m)
        --duration TIME      of each scenario in each round (10s)
        --rounds N           each runs all scenarios (3)
        --starts N           of the server that are measured, the first with nothing kept (3)
        --connections N      at the same time, to servers and PostgreSQL alike (8)
        --generator NAME     wrk or java (wrk if it can be called)
        --output FORM        table or json (table)

      TIME is a number with ms, s or m.
      """;

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "--clusters", "10000",
          "--warmup", "3m",
          "--duration", "10s",
          "--rounds", "3",
          "--starts", "3",
          "--connections", "8",
          "--output", "table");

  private static final Set<String> WITHOUT_DEFAULT =
      Set.of("--server", "--database-url", "--generator");

  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m)");

  private final Map<String, String> given = new TreeMap<>(DEFAULTS);

  private Options() {}

  static Options parse(List<String> arguments) {
    Options options = new Options();
    for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
      String name = words.next();
      if (!DEFAULTS.containsKey(name) && !WITHOUT_DEFAULT.contains(name)) {
        throw new UsageException("unknown option " + name);
      }
      if (!words.hasNext()) {
        throw new UsageException(name + " needs a value");
      }
      options.given.put(name, words.next());
    }
    options.check();
    return options;
  }

  Optional<Path> server() {
    return text("--server").map(Path::of);
  }

  Optional<String> databaseUrl() {
    return text("--database-url");
  }

  Optional<String> generator() {
    return choice("--generator", Set.of("wrk", "java"));
  }

  boolean isJson() {
    return choice("--output", Set.of("table", "json")).orElseThrow().equals("json");
  }

  int clusters() {
    return number("--clusters", 20, 10_000_000);
  }

  int rounds() {
    return number("--rounds", 1, 100);
  }

  int starts() {
    return number("--starts", 1, 100);
  }

  int connections() {
    return number("--connections", 1, 1000);
  }

  Duration warmup() {
    return time("--warmup");
  }

  Duration duration() {
    return time("--duration");
  }

  /** Everything is read once, so that a mistake shows before minutes have passed. */
  private void check() {
    generator();
    isJson();
    clusters();
    rounds();
    starts();
    connections();
    warmup();
    duration();
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name));
  }

  private Optional<String> choice(String name, Set<String> choices) {
    Optional<String> value = text(name);
    if (value.isPresent() && !choices.contains(value.get())) {
      throw new UsageException(
          "%s is one of %s, not %s"
              .formatted(name, String.join(" ", choices.stream().sorted().toList()), value.get()));
    }
    return value;
  }

  private int number(String name, int least, int most) {
    String value = given.get(name);
    if (!value.matches("\\d{1,9}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > most) {
      throw new UsageException(
          "%s is a number from %d to %d, not %s".formatted(name, least, most, value));
    }
    return Integer.parseInt(value);
  }

  private Duration time(String name) {
    Matcher time = TIME.matcher(given.get(name));
    if (!time.matches() || Long.parseLong(time.group(1)) == 0) {
      throw new UsageException(
          "%s is a time such as 500ms, 10s or 3m, not %s".formatted(name, given.get(name)));
    }
    long value = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(value);
      case "s" -> Duration.ofSeconds(value);
      default -> Duration.ofMinutes(value);
    };
  }
}
