package io.hyperfleet.server.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Level;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What whoever looks at a running program gets to see: each line with its time and level, whoever
 * wrote it. Takes lines of any number of threads.
 */
final class Console {

  private static final String DEBUG = "DEBUG";
  private static final String INFO = "INFO ";
  private static final String WARN = "WARN ";
  private static final String ERROR = "ERROR";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** How the server marks the lines of its log and what it takes off the streams of others. */
  private static final Pattern MARKED = Pattern.compile("\\[(\\w+) *] +(.*)", Pattern.DOTALL);

  private final PrintStream out;
  private final Clock clock;

  Console(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  void info(String line) {
    print(INFO, line);
  }

  void warn(String line) {
    print(WARN, line);
  }

  void log(Level level, String line) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      print(ERROR, line);
    } else if (level.intValue() >= Level.WARNING.intValue()) {
      print(WARN, line);
    } else {
      print(level.intValue() >= Level.INFO.intValue() ? INFO : DEBUG, line);
    }
  }

  /**
   * Puts every stream of the process to this console, so that nobody's line looks otherwise. What
   * is printed to the stream for errors has no level of its own.
   */
  void takeOver() {
    System.setOut(new PrintStream(new LineStream(line -> foreign(INFO, line)), true, UTF_8));
    System.setErr(new PrintStream(new LineStream(line -> foreign(WARN, line)), true, UTF_8));
  }

  /** A line that somebody else wrote. */
  void foreign(String level, String line) {
    Matcher marked = MARKED.matcher(line);
    if (marked.matches()) {
      print(level(marked.group(1), level), marked.group(2));
    } else if (!line.isBlank()) {
      print(level, line);
    }
  }

  private void print(String level, String line) {
    // One call, so that lines of the application, which come another way, do not get in between.
    out.println(TIME.format(LocalTime.now(clock)) + ' ' + level + ' ' + line);
  }

  private static String level(String mark, String otherwise) {
    return switch (mark) {
      case "ERROR", "FATAL" -> ERROR;
      case "WARNING", "err" -> WARN;
      case "AUDIT", "INFO" -> INFO;
      default -> otherwise;
    };
  }
}
