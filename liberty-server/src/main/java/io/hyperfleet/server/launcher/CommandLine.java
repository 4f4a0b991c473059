package io.hyperfleet.server.launcher;

import io.hyperfleet.server.config.ConfigurationResolver;
import io.hyperfleet.server.config.Setting;
import io.hyperfleet.server.config.Settings;
import io.hyperfleet.server.config.Spelling;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was typed: a command, then flags as {@code --flag value} or {@code --flag=value}.
 *
 * @param flags values by the first spelling of their flag; the last one counts
 */
record CommandLine(Command command, Map<String, String> flags, boolean helpWanted) {

  static final String DATA_DIR_FLAG = "--data-dir";

  private static final List<String> HELP_FLAGS = List.of("--help", "-h");
  private static final Map<String, Boolean> KNOWN_FLAGS = knownFlags();
  private static final Map<String, String> FIRST_SPELLINGS = firstSpellings();

  static CommandLine parse(List<String> arguments) {
    if (arguments.isEmpty()) {
      return new CommandLine(Command.HELP, Map.of(), false);
    }
    Command command = Command.named(arguments.get(0));
    List<String> rest = arguments.subList(1, arguments.size());
    if (rest.stream().anyMatch(HELP_FLAGS::contains)) {
      return new CommandLine(command, Map.of(), true);
    }
    if (command == Command.SERVE) {
      return new CommandLine(command, parseFlags(rest.iterator()), false);
    }
    if (!rest.isEmpty()) {
      throw Failure.usage("%s takes no %s".formatted(command.word(), rest.get(0)));
    }
    return new CommandLine(command, Map.of(), false);
  }

  private static Map<String, String> parseFlags(Iterator<String> arguments) {
    Map<String, String> flags = new LinkedHashMap<>();
    while (arguments.hasNext()) {
      String argument = arguments.next();
      int equals = argument.startsWith("-") ? argument.indexOf('=') : -1;
      String typed = equals < 0 ? argument : argument.substring(0, equals);
      Boolean isSwitch = KNOWN_FLAGS.get(typed);
      if (isSwitch == null) {
        throw unknown(typed);
      }
      String value = equals < 0 ? "true" : argument.substring(equals + 1);
      if (equals < 0 && !isSwitch) {
        value = following(typed, arguments);
      }
      flags.put(FIRST_SPELLINGS.getOrDefault(typed, typed), value);
    }
    return flags;
  }

  private static String following(String flag, Iterator<String> arguments) {
    String value = arguments.hasNext() ? arguments.next() : "--";
    if (value.startsWith("--")) {
      throw Failure.usage("serve", flag + " needs a value");
    }
    return value;
  }

  private static Failure unknown(String argument) {
    if (!argument.startsWith("-")) {
      return Failure.usage("serve", "serve takes no " + argument + ", only flags");
    }
    return Failure.usage(
        "serve", "unknown flag " + argument + Spelling.suggestion(argument, KNOWN_FLAGS.keySet()));
  }

  /** Whether each flag is a switch. */
  private static Map<String, Boolean> knownFlags() {
    Map<String, Boolean> known = new TreeMap<>();
    known.put(ConfigurationResolver.CONFIG_FLAG, false);
    known.put(DATA_DIR_FLAG, false);
    for (Setting setting : Settings.ALL) {
      setting.flags().forEach(flag -> known.put(flag, setting.type().isSwitch()));
    }
    return known;
  }

  private static Map<String, String> firstSpellings() {
    Map<String, String> first = new TreeMap<>();
    for (Setting setting : Settings.ALL) {
      setting.flags().forEach(flag -> first.put(flag, setting.flag()));
    }
    return first;
  }
}
