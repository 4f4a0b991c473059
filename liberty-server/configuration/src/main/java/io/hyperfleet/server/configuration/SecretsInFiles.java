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
    boolean wanted = isWanted(found.get(SWITCH));
    for (Setting setting : settings) {
      sources
          .inTheOpen(setting)
          .filter(value -> holdsPassword(setting, value.text()))
          .forEach(
              value -> {
                if (wanted) {
                  report(setting, value);
                } else if (value.source() == Source.FLAG) {
                  warn(setting, value);
                }
              });
    }
  }

  private void warn(Setting setting, Value value) {
    String variable = setting.variable().orElseThrow();
    findings.warning(
        ("the list of processes shows the password from %s to every user of this machine; set"
                + " %s_FILE to a file that holds it, or %s")
            .formatted(value.origin(), variable, variable));
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
