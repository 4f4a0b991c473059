package io.hyperfleet.server.configuration;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sees to it that no password lies in the open where that is forbidden. */
final class SecretsInFiles {

  private static final String SWITCH = "secrets.files_only";
  private static final String PASSWORD = "database.password";
  private static final Set<String> PASSWORDS = Set.of(PASSWORD, "database.migration.password");

  private final Sources sources;
  private final Findings findings;

  SecretsInFiles(Sources sources, Findings findings) {
    this.sources = sources;
    this.findings = findings;
  }

  /** Also passwords that lose against a stronger source are in the open. */
  void check(List<Setting> settings, Map<String, Value> found) {
    if (!isWanted(found.get(SWITCH))) {
      return;
    }
    for (Setting setting : settings) {
      sources
          .inTheOpen(setting)
          .filter(value -> holdsPassword(setting, value.text()))
          .forEach(value -> report(setting, value));
    }
  }

  private void report(Setting setting, Value value) {
    findings.fault(
        "%s: holds a password from %s, but %s wants it in a file that %s_FILE names"
            .formatted(setting.path(), value.origin(), SWITCH, setting.variable().orElseThrow()));
  }

  /** What is neither true nor false is reported with all other faults. */
  private static boolean isWanted(Value value) {
    try {
      return value != null && ValueType.bool().read(value.text()).equals("true");
    } catch (IllegalArgumentException reportedWithAllOtherFaults) {
      return false;
    }
  }

  private static boolean holdsPassword(Setting setting, String text) {
    if (PASSWORDS.contains(setting.path())) {
      return !text.isEmpty();
    }
    try {
      return setting.path().equals("database.url") && DatabaseUrl.parse(text).containsKey(PASSWORD);
    } catch (IllegalArgumentException reportedWithAllOtherFaults) {
      return false;
    }
  }
}
