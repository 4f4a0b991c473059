package io.hyperfleet.json.yaml;

import java.util.Optional;

/**
 * Where something is written.
 *
 * @param around the place of the group or list around it
 * @param step its name in the group, or {@code [0]} and on in a list
 * @param line from 1; 0 if nobody knows
 * @param column from 1; 0 if nobody knows
 */
public record YamlPlace(Optional<YamlPlace> around, String step, int line, int column) {

  /** The names on the way from the top, as in {@code a.b[2].c}; empty at the top itself. */
  public String path() {
    String before = around.map(YamlPlace::path).orElse("");
    return before.isEmpty() || step.startsWith("[") ? before + step : before + "." + step;
  }

  static YamlPlace top(int line, int column) {
    return new YamlPlace(Optional.empty(), "", line, column);
  }
}
