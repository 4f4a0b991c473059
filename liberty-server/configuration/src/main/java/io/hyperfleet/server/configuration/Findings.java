package io.hyperfleet.server.configuration;

import java.util.ArrayList;
import java.util.List;

/** What one run of the resolver has noticed: faults stop the program, warnings do not. */
final class Findings {

  private final List<String> faults = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  void fault(String line) {
    faults.add(line);
  }

  /** What one key holds is at fault, which may be mended in any of its ways. */
  void fault(String path, String problem) {
    fault(
        Settings.ALL.stream()
            .filter(setting -> setting.path().equals(path))
            .map(setting -> "%s: %s; %s".formatted(path, problem, setting.waysToSet()))
            .findFirst()
            .orElseThrow());
  }

  void warning(String line) {
    warnings.add(line);
  }

  boolean areFaulty() {
    return !faults.isEmpty();
  }

  void throwIfFaulty() {
    if (areFaulty()) {
      throw new ConfigurationException(faults);
    }
  }

  List<String> warnings() {
    return warnings;
  }
}
