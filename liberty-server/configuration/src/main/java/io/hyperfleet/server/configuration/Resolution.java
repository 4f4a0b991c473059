package io.hyperfleet.server.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes checked values of what the sources said. */
final class Resolution {

  private final List<Setting> settings;
  private final Findings findings;

  Resolution(List<Setting> settings, Findings findings) {
    this.settings = settings;
    this.findings = findings;
  }

  /**
   * Answers a value for every key.
   *
   * @throws ConfigurationException with everything that was found wrong on the way here
   */
  Configuration of(Map<String, Value> found) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Setting setting : settings) {
      Value value = found.get(setting.path());
      if (value == null) {
        values.put(setting.path(), Value.byDefault(setting.defaultValue()));
      } else {
        read(setting, value).ifPresent(it -> values.put(setting.path(), it));
      }
    }
    new Rules(values, findings).check();
    findings.throwIfFaulty();
    // They have become other values by now, and a URL may hold a password.
    settings.stream()
        .filter(setting -> setting.support() == Support.OTHER_SPELLING)
        .forEach(setting -> values.compute(setting.path(), (path, value) -> value.withText("")));
    return new Configuration(values, findings.warnings());
  }

  /** Nothing, and a fault, if the value breaks the rule of its type or asks for what is missing. */
  private Optional<Value> read(Setting setting, Value value) {
    try {
      String text = setting.type().read(value.text());
      if (!setting.support().isMissing() || text.equals(setting.defaultValue())) {
        warnIfWithoutEffect(setting, value);
        return Optional.of(value.withText(text));
      }
      report(setting, value, refusal(setting));
    } catch (IllegalArgumentException e) {
      report(setting, value, "must be " + setting.type().rule());
    }
    return Optional.empty();
  }

  private void report(Setting setting, Value value, String problem) {
    findings.fault(
        "%s: \"%s\" from %s %s; %s"
            .formatted(
                setting.path(),
                setting.shown(value.text()),
                value.origin(),
                problem,
                setting.waysToSet()));
  }

  private void warnIfWithoutEffect(Setting setting, Value value) {
    if (setting.support() == Support.WITHOUT_EFFECT) {
      findings.warning("%s from %s has no effect".formatted(setting.path(), value.origin()));
    }
  }

  private static String refusal(Setting setting) {
    String only = setting.defaultValue().isEmpty() ? "empty" : setting.defaultValue();
    return "must stay %s, because there is no support for %s yet"
        .formatted(only, setting.support().feature());
  }
}
