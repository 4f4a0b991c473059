package io.hyperfleet.server.launcher;

import io.hyperfleet.server.configuration.Configuration;
import io.hyperfleet.server.configuration.Configuration.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The effective configuration for people; secrets are redacted before they get here. */
final class ConfigurationText {

  private ConfigurationText() {}

  /** A line for each section, so that it neither fills the screen nor has to be scrolled. */
  static List<String> summary(Configuration configuration) {
    Map<String, List<Entry>> sections =
        configuration.entries().stream()
            .collect(
                Collectors.groupingBy(Entry::section, LinkedHashMap::new, Collectors.toList()));
    List<String> lines = new ArrayList<>(List.of("Configuration:"));
    sections.forEach((section, entries) -> lines.add("  " + line(section, entries)));
    return lines;
  }

  /** A line for each key: what it holds and who says so. */
  static List<String> table(Configuration configuration) {
    return configuration.entries().stream()
        .map(it -> "%-47s %-24s %s".formatted(it.path(), quoted(it.value()), it.origin()))
        .toList();
  }

  private static String line(String section, List<Entry> entries) {
    return entries.stream()
        .map(entry -> key(section, entry) + "=" + quoted(entry.value()))
        .collect(Collectors.joining(" ", section + ": ", ""));
  }

  private static String key(String section, Entry entry) {
    return entry.path().equals(section) ? "declared" : entry.path().substring(section.length() + 1);
  }

  private static String quoted(String value) {
    return value.contains(" ") ? '"' + value + '"' : value;
  }
}
