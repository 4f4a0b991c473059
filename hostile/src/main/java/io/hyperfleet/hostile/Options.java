package io.hyperfleet.hostile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the command was asked to do. */
record Options(Path server, Duration time, long seed, String heap, boolean stopsAtFirst) {

  static final String HELP =
      """
      Attacks the packaged server, which it starts on a database of its own, and prints what it
      finds with the seed and the bytes to repeat it. Exit code 1 if there is anything.

        --server DIR    distribution to attack (the one of the last build)
        --time TIME     a number with s, m or h (2m)
        --seed N        the same seed sends the same (9)
        --heap SIZE     of the server (256m)
        --first         stop at the first finding
      """;

  /** Where a build leaves it. */
  private static final String BUILT = "liberty-server/distribution/target/hyperfleet-api";

  static Options parse(Path checkout, List<String> arguments) {
    Options options = new Options(checkout.resolve(BUILT), Duration.ofMinutes(2), 9, "256m", false);
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      if (name.equals("--first")) {
        options = new Options(options.server, options.time, options.seed, options.heap, true);
      } else if (++i < arguments.size()) {
        options = options.with(name, arguments.get(i));
      } else {
        throw new UsageException(name + " needs a value, or is unknown");
      }
    }
    return options;
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--server" ->
          new Options(Path.of(value).toAbsolutePath(), time, seed, heap, stopsAtFirst);
      case "--time" -> new Options(server, time(value), seed, heap, stopsAtFirst);
      case "--seed" -> new Options(server, time, seed(value), heap, stopsAtFirst);
      case "--heap" -> new Options(server, time, seed, heap(value), stopsAtFirst);
      default -> throw new UsageException("unknown option " + name);
    };
  }

  private static Duration time(String value) {
    if (!value.matches("[1-9][0-9]{0,5}[smh]")) {
      throw new UsageException("--time is a time such as 30s, 2m or 1h, not " + value);
    }
    return Duration.parse("PT" + value);
  }

  private static long seed(String value) {
    if (!value.matches("[0-9]{1,18}")) {
      throw new UsageException("--seed is a number, not " + value);
    }
    return Long.parseLong(value);
  }

  private static String heap(String value) {
    if (!value.matches("[1-9][0-9]{0,5}[mg]")) {
      throw new UsageException("--heap is a size such as 256m, not " + value);
    }
    return value;
  }
}
