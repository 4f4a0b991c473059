package io.hyperfleet.server.config;

import java.util.List;
import java.util.Locale;

/**
 * One key that can be set.
 *
 * @param path its place in the YAML file; every other name follows from it
 * @param flags how the command line spells it, the usual spelling first
 * @param otherVariables environment variables that are read after its own
 * @param defaultValue must obey the type, or be empty
 */
public record Setting(
    String path,
    List<String> flags,
    List<String> otherVariables,
    ValueType type,
    String defaultValue,
    String description) {

  /** Where Liberty and MicroProfile Config find the values. */
  private static final String PROPERTY_PREFIX = "hyperfleet.";

  public Setting {
    flags = List.copyOf(flags);
    otherVariables = List.copyOf(otherVariables);
  }

  static Setting of(
      String path, String flag, ValueType type, String defaultValue, String description) {
    return new Setting(path, List.of(flag), List.of(), type, defaultValue, description);
  }

  Setting orVariable(String name) {
    return new Setting(path, flags, List.of(name), type, defaultValue, description);
  }

  Setting orFlag(String flag) {
    return new Setting(
        path, List.of(flag(), flag), otherVariables, type, defaultValue, description);
  }

  public String flag() {
    return flags.get(0);
  }

  public String variable() {
    return "HYPERFLEET_" + path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  String property() {
    return PROPERTY_PREFIX + path;
  }

  List<String> variables() {
    return otherVariables.isEmpty()
        ? List.of(variable())
        : List.of(variable(), otherVariables.get(0));
  }

  /** Secrets may be wrong, but never shown. */
  String shown(String value) {
    return type.isSecret() ? "(not shown)" : '"' + value + '"';
  }

  String waysToSet() {
    return "set it with %s, %s or %s in the configuration file".formatted(flag(), variable(), path);
  }
}
