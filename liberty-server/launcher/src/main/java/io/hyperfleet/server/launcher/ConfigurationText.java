package io.hyperfleet.server.launcher;

import io.hyperfleet.server.configuration.Configuration;
import io.hyperfleet.server.configuration.Configuration.Entry;
import java.util.ArrayList;
import java.util.List;

/** The effective configuration for people; secrets are redacted before they get here. */
final class ConfigurationText {

  private ConfigurationText() {}

  /** What somebody has set, and who; all others are told by another command. */
  static List<String> summary(Configuration configuration) {
    List<Entry> set =
        configuration.entries().stream().filter(it -> !it.source().equals("default")).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Configuration keys_set=%d of %d; config show lists all"
            .formatted(set.size(), configuration.entries().size()));
    set.forEach(
        it -> lines.add("  %s=%s (%s)".formatted(it.path(), quoted(it.value()), it.origin())));
    return lines;
  }

  /** A line for each key: what it holds and who says so. */
  static List<String> table(Configuration configuration) {
    return configuration.entries().stream()
        .map(it -> "%-47s %-24s %s".formatted(it.path(), quoted(it.value()), it.origin()))
        .toList();
  }

  private static String quoted(String value) {
    return value.contains(" ") ? '"' + value + '"' : value;
  }
}
