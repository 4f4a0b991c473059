package io.hyperfleet.server.launcher;

import io.hyperfleet.server.configuration.Setting;
import io.hyperfleet.server.configuration.Settings;
import io.hyperfleet.server.configuration.Spelling;
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

  private static final List<String> HELP_FLAGS = List.of("--help", "-h");

  static CommandLine parse(List<String> arguments) {
    if (arguments.isEmpty()) {
      return new CommandLine(Command.HELP, Map.of(), false);
    }
    Command command = Command.named(arguments);
    List<String> rest = arguments.subList(command.length(), arguments.size());
    if (rest.stream().anyMatch(HELP_FLAGS::contains)) {
      return new CommandLine(command, Map.of(), true);
    }
    if (!command.takesFlags() && !rest.isEmpty()) {
      throw Failure.usage("%s takes no %s".formatted(command.words(), rest.get(0)));
    }
    return new CommandLine(command, new Flags(command).parse(rest.iterator()), false);
  }

  /** What may follow one command. */
  private static final class Flags {

    private final Command command;
    private final Map<String, Boolean> isSwitch = new TreeMap<>();
    private final Map<String, String> firstSpelling = new TreeMap<>();

    Flags(Command command) {
      this.command = command;
      command.flags().forEach(flag -> isSwitch.put(flag.name(), false));
      Settings.ALL.stream().filter(command::needs).forEach(this::add);
    }

    private void add(Setting setting) {
      for (String spelling : setting.flags()) {
        isSwitch.put(spelling, setting.type().isSwitch());
        firstSpelling.put(spelling, setting.flags().get(0));
      }
    }

    Map<String, String> parse(Iterator<String> arguments) {
      Map<String, String> flags = new LinkedHashMap<>();
      while (arguments.hasNext()) {
        String argument = arguments.next();
        int equals = argument.startsWith("-") ? argument.indexOf('=') : -1;
        String typed = equals < 0 ? argument : argument.substring(0, equals);
        if (!isSwitch.containsKey(typed)) {
          throw unknown(typed);
        }
        String value = equals < 0 ? "true" : argument.substring(equals + 1);
        if (equals < 0 && !isSwitch.get(typed)) {
          value = following(typed, arguments);
        }
        flags.put(firstSpelling.getOrDefault(typed, typed), value);
      }
      return flags;
    }

    private String following(String flag, Iterator<String> arguments) {
      String value = arguments.hasNext() ? arguments.next() : "--";
      if (value.startsWith("--")) {
        throw Failure.usage(command.words(), flag + " needs a value");
      }
      return value;
    }

    private Failure unknown(String argument) {
      if (argument.startsWith("-")) {
        return Failure.usage(
            command.words(),
            "unknown flag " + argument + Spelling.suggestion(argument, isSwitch.keySet()));
      }
      String suggestion = Spelling.suggestion(command.words() + " " + argument, Command.allWords());
      return Failure.usage(
          command.words(),
          "%s takes no %s%s"
              .formatted(
                  command.words(), argument, suggestion.isEmpty() ? ", only flags" : suggestion));
    }
  }
}
