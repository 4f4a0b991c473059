package io.hyperfleet.server.configuration;

import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.json.yaml.YamlGroup;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** What holds for one run: a checked value for every key. */
public final class Configuration {

  private final Map<String, Value> values;
  private final List<String> warnings;

  Configuration(Map<String, Value> values, List<String> warnings) {
    this.values = new LinkedHashMap<>(values);
    this.warnings = List.copyOf(warnings);
  }

  public String text(String path) {
    Value value = values.get(path);
    if (value == null) {
      throw new IllegalArgumentException("No such key: " + path);
    }
    String other = Settings.SAME_AS.get(path);
    return value.text().isEmpty() && other != null ? text(other) : value.text();
  }

  public Duration duration(String path) {
    return GoDuration.parse(text(path));
  }

  public int number(String path) {
    return Integer.parseInt(text(path));
  }

  public boolean isOn(String path) {
    return Boolean.parseBoolean(text(path));
  }

  /** The kinds that the service would serve. */
  public KindCatalogue kinds() {
    return DeclaredKinds.catalogue(text(DeclaredKinds.PATH));
  }

  /** The items of a list of groups, each of which knows where it was written. */
  public List<YamlGroup> groups(String path) {
    return values.get(path).groups();
  }

  /** Whether anybody said anything about a database, be it only the size of the pool. */
  public boolean databaseIsConfigured() {
    return !isOn("database.embedded")
        && values.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("database."))
            .anyMatch(entry -> entry.getValue().source() != Source.DEFAULT);
  }

  /** What the operator should know although it stops nothing. */
  public List<String> warnings() {
    return warnings;
  }

  /** The same with other defaults, such as the address of a database that was just started. */
  public Configuration with(Map<String, String> replacements) {
    Map<String, Value> merged = new LinkedHashMap<>(values);
    replacements.forEach((path, text) -> merged.put(path, Value.byDefault(text)));
    return new Configuration(merged, warnings);
  }

  /** The values under the names by which the server looks for them. Holds secrets. */
  public Properties asProperties() {
    Properties properties = new Properties();
    settings()
        .forEach(
            setting ->
                properties.put(setting.property(), setting.type().write(text(setting.path()))));
    return properties;
  }

  /** In the words of Liberty and of the JDK. */
  public String forServer(String path) {
    return asProperties().getProperty(Setting.PROPERTY_PREFIX + path);
  }

  /** Every key with its value, secrets redacted. */
  public List<Entry> entries() {
    return settings().map(this::entry).toList();
  }

  private Entry entry(Setting setting) {
    String path = setting.path();
    Value value = values.get(path);
    boolean borrowed = value.text().isEmpty() && Settings.SAME_AS.containsKey(path);
    String origin = borrowed ? "same as " + Settings.SAME_AS.get(path) : value.origin();
    return new Entry(path, setting.shown(text(path)), value.source().word(), origin);
  }

  private Stream<Setting> settings() {
    return Settings.ALL.stream()
        .filter(setting -> setting.support() != Support.OTHER_SPELLING)
        .filter(setting -> values.containsKey(setting.path()));
  }

  /**
   * One key for everybody to see.
   *
   * @param source what kind of source said so, {@code default} if none did
   * @param origin which one exactly
   */
  public record Entry(String path, String value, String source, String origin) {

    /** The part before the first dot. */
    public String section() {
      return path.split("\\.", 2)[0];
    }
  }
}
