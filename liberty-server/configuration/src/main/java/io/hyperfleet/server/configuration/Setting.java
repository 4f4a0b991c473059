package io.hyperfleet.server.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One key that can be set.
 *
 * @param path its place in the YAML file; most other names follow from it
 * @param flags how the command line spells it, the usual spelling first
 * @param variables environment variables in the order in which they are read
 * @param defaultValue must obey the type; nobody can set anything else while the feature is missing
 */
public record Setting(
    String path,
    List<String> flags,
    List<String> variables,
    ValueType type,
    String defaultValue,
    Support support,
    String description) {

  /** Stands for whatever may not be read by everybody who can read a log. */
  static final String REDACTED = "***REDACTED***";

  /** Where Liberty and MicroProfile Config find the values. */
  static final String PROPERTY_PREFIX = "hyperfleet.";

  public Setting {
    flags = List.copyOf(flags);
    variables = List.copyOf(variables);
  }

  static Setting of(
      String path, String flag, ValueType type, String defaultValue, String description) {
    return withoutFlag(path, type, defaultValue, description).orFlag(flag);
  }

  static Setting withoutFlag(String path, ValueType type, String defaultValue, String description) {
    return new Setting(
        path, List.of(), List.of(variableOf(path)), type, defaultValue, Support.WORKS, description);
  }

  /** A list of groups, for which flags and variables have no shape. */
  static Setting inFileOnly(String path, String description) {
    return new Setting(
        path,
        List.of(),
        List.of(),
        ValueType.groups(),
        ValueType.NO_GROUPS,
        Support.WORKS,
        description);
  }

  Setting orVariable(String name) {
    return new Setting(
        path, flags, with(variables, name), type, defaultValue, support, description);
  }

  Setting orFlag(String flag) {
    return new Setting(
        path, with(flags, flag), variables, type, defaultValue, support, description);
  }

  Setting support(Support other) {
    return new Setting(path, flags, variables, type, defaultValue, other, description);
  }

  /** The usual spelling. */
  public Optional<String> flag() {
    return flags.stream().findFirst();
  }

  /** Its own, before those that it shares with other programs. */
  Optional<String> variable() {
    return variables.stream().findFirst();
  }

  String property() {
    return PROPERTY_PREFIX + path;
  }

  /**
   * Secrets may be wrong, but never shown; nor is the login in a URL, wherever somebody puts it. A
   * list of groups would fill the screen.
   */
  String shown(String value) {
    if (type.isListOfGroups() && !value.equals(ValueType.NO_GROUPS)) {
      return "[...]";
    }
    return type.isSecret() && !value.isEmpty()
        ? REDACTED
        : value.replaceAll("//.*@", "//" + REDACTED + "@");
  }

  String waysToSet() {
    String names =
        Stream.of(flag(), variable()).flatMap(Optional::stream).collect(Collectors.joining(", "));
    return "set it with %s%s in the configuration file"
        .formatted(names.isEmpty() ? "" : names + " or ", path);
  }

  static String variableOf(String path) {
    return "HYPERFLEET_" + path.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static List<String> with(List<String> names, String another) {
    List<String> all = new ArrayList<>(names);
    all.add(another);
    return all;
  }
}
