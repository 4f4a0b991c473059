package io.hyperfleet.server.launcher;

import io.hyperfleet.server.config.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the program can be asked to do. */
enum Command {
  SERVE,
  VERSION,
  HELP;

  static Command named(String word) {
    return switch (word) {
      case "serve" -> SERVE;
      case "version", "--version" -> VERSION;
      case "help", "--help", "-h" -> HELP;
      default -> throw unknown(word);
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Failure unknown(String word) {
    List<String> known = Arrays.stream(values()).map(Command::word).toList();
    String kind = word.startsWith("-") ? "unknown flag " : "unknown command ";
    return Failure.usage(kind + word + Spelling.suggestion(word, known));
  }
}
