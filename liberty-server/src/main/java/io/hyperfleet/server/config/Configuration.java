package io.hyperfleet.server.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** What holds for one run: a checked value for every key. */
public final class Configuration {

  private final Map<String, String> values;
  private final Set<String> configured;
  private final List<String> warnings;

  Configuration(Map<String, String> values, Set<String> configured, List<String> warnings) {
    this.values = Map.copyOf(values);
    this.configured = Set.copyOf(configured);
    this.warnings = List.copyOf(warnings);
  }

  public String text(String path) {
    String value = values.get(path);
    if (value == null) {
      throw new IllegalArgumentException("No such key: " + path);
    }
    String other = Settings.SAME_AS.get(path);
    return value.isEmpty() && other != null ? text(other) : value;
  }

  public Duration duration(String path) {
    return GoDuration.parse(text(path));
  }

  public int number(String path) {
    return Integer.parseInt(text(path));
  }

  /** Whether anybody said anything about a database, be it only the size of the pool. */
  public boolean databaseIsConfigured() {
    return configured.stream().anyMatch(path -> path.startsWith("database."));
  }

  /** What the operator should know although it stops nothing. */
  public List<String> warnings() {
    return warnings;
  }

  public Configuration with(Map<String, String> replacements) {
    Map<String, String> merged = new LinkedHashMap<>(values);
    merged.putAll(replacements);
    return new Configuration(merged, configured, warnings);
  }

  /** The values under the names by which the server looks for them. Holds secrets. */
  public Properties asProperties() {
    Properties properties = new Properties();
    Settings.ALL.stream()
        .filter(setting -> values.containsKey(setting.path()))
        .forEach(setting -> properties.put(setting.property(), text(setting.path())));
    return properties;
  }
}
