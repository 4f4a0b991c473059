package io.hyperfleet.server.config;

import io.hyperfleet.server.config.ConfigurationResolver.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one run of the resolver has noticed, and the check at its end. */
final class Resolution {

  final List<String> faults = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();

  /** Answers nothing, and notes a fault, if the file cannot be read. Its content is never shown. */
  Optional<String> readNamedFile(String variable, String file) {
    try {
      return Optional.of(Files.readString(Path.of(file)).strip());
    } catch (IOException e) {
      faults.add("%s names a file that cannot be read: %s".formatted(variable, file));
      return Optional.empty();
    }
  }

  Configuration check(List<Setting> settings, Map<String, Found> found) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Setting setting : settings) {
      Found value = found.get(setting.path());
      if (value == null) {
        values.put(setting.path(), setting.defaultValue());
      } else {
        read(setting, value).ifPresent(text -> values.put(setting.path(), text));
      }
    }
    checkThatPortsDiffer(values);
    if (!faults.isEmpty()) {
      throw new ConfigurationException(faults);
    }
    // Its parts have become values of their own, and it may hold a password.
    values.remove(Settings.DATABASE_URL.path());
    return new Configuration(values, found.keySet(), warnings);
  }

  private Optional<String> read(Setting setting, Found value) {
    try {
      return Optional.of(setting.type().read(value.text()));
    } catch (IllegalArgumentException e) {
      faults.add(
          "%s: %s from %s must be %s; %s"
              .formatted(
                  setting.path(),
                  setting.shown(value.text()),
                  value.origin(),
                  setting.type().rule(),
                  setting.waysToSet()));
      return Optional.empty();
    }
  }

  private void checkThatPortsDiffer(Map<String, String> values) {
    Map<String, String> owners = new HashMap<>();
    for (String path : Settings.LISTENER_PORTS) {
      String port = values.get(path);
      String owner = port == null ? null : owners.putIfAbsent(port, path);
      if (owner != null) {
        faults.add(
            "%s and %s are both %s: each listener needs its own port".formatted(owner, path, port));
      }
    }
  }
}
