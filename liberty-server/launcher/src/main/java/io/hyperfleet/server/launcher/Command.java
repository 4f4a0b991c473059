package io.hyperfleet.server.launcher;

import io.hyperfleet.server.configuration.Setting;
import io.hyperfleet.server.configuration.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the program can be asked to do. */
enum Command {
  SERVE("serve", "Run the API, its health probes and its metrics"),
  MIGRATE("migrate", "Bring the tables up to date"),
  MIGRATE_INFO("migrate info", "List the migrations and where they stand"),
  MIGRATE_VALIDATE("migrate validate", "Check that the tables are what this version needs"),
  MIGRATE_PLAN("migrate plan", "Try what is pending, and take it all back"),
  MIGRATE_UNLOCK("migrate unlock", "Show who keeps other migrators waiting"),
  CONFIG_SHOW("config show", "Print what holds for every key, and who says so"),
  CONFIG_CHECK("config check", "Check the configuration and report every fault"),
  CONFIG_REFERENCE("config reference", "Print the table of all keys as Markdown"),
  SIMULATE("simulate", "Play a fleet against a running API, and measure it"),
  PREPARE("prepare", "Make later starts on this Java faster"),
  VERSION("version", "Print what was built, and from what"),
  HELP("help", "Print this page");

  private final String words;
  private final String summary;

  Command(String words, String summary) {
    this.words = words;
    this.summary = summary;
  }

  /** The longest command that the arguments begin with. */
  static Command named(List<String> arguments) {
    return Arrays.stream(values())
        .filter(command -> command.begins(arguments))
        .reduce((shorter, longer) -> longer)
        .or(() -> alias(arguments.get(0)))
        .orElseThrow(() -> unknown(arguments.get(0)));
  }

  /** As typed. */
  String words() {
    return words;
  }

  String summary() {
    return summary;
  }

  /** How many arguments its words are. */
  int length() {
    return words.split(" ").length;
  }

  /** Flags that are no settings. */
  List<Flag> flags() {
    return switch (this) {
      case SERVE -> List.of(Flag.CONFIG, Flag.DATA_DIR);
      case SIMULATE -> Flag.SIMULATION;
      case MIGRATE_UNLOCK -> List.of(Flag.CONFIG, Flag.OUTPUT, Flag.TERMINATE);
      case CONFIG_REFERENCE, PREPARE, VERSION, HELP -> List.of();
      default -> List.of(Flag.CONFIG, Flag.OUTPUT);
    };
  }

  boolean takesFlags() {
    return !flags().isEmpty();
  }

  /** Whether this setting means anything to the command. All others are not even checked. */
  boolean needs(Setting setting) {
    return switch (this) {
      case SERVE, CONFIG_SHOW, CONFIG_CHECK -> true;
      case CONFIG_REFERENCE, SIMULATE, PREPARE, VERSION, HELP -> false;
      default -> setting.path().matches("(database|logging|secrets)\\..*");
    };
  }

  private boolean begins(List<String> arguments) {
    return arguments.size() >= length()
        && String.join(" ", arguments.subList(0, length())).equals(words);
  }

  private static Optional<Command> alias(String word) {
    return switch (word) {
      case "--version" -> Optional.of(VERSION);
      case "--help", "-h" -> Optional.of(HELP);
      default -> Optional.empty();
    };
  }

  private static Failure unknown(String word) {
    List<String> longer = allWords().stream().filter(it -> it.startsWith(word + " ")).toList();
    if (!longer.isEmpty()) {
      return Failure.usage("%s is one of: %s".formatted(word, String.join(", ", longer)));
    }
    String kind = word.startsWith("-") ? "unknown flag " : "unknown command ";
    return Failure.usage(kind + word + Spelling.suggestion(word, allWords()));
  }

  static List<String> allWords() {
    return Arrays.stream(values()).map(Command::words).toList();
  }
}
