package io.hyperfleet.server.config;

import java.util.ArrayList;
import java.util.List;

/** What one run of the resolver has noticed: faults stop the program, warnings do not. */
final class Findings {

  private final List<String> faults = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  void fault(String line) {
    faults.add(line);
  }

  void warning(String line) {
    warnings.add(line);
  }

  void throwIfFaulty() {
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
  }

  List<String> warnings() {
    return warnings;
  }
}
