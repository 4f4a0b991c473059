package io.hyperfleet.server.launcher;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Shows what is logged where no server does: one line each, with the cause of a failure. */
final class ConsoleLog extends Handler {

  /** Held, because nothing else keeps the level of a logger from being forgotten. */
  private static final Logger OURS = Logger.getLogger("io.hyperfleet");

  private final Formatter words = new SimpleFormatter();
  private final PrintStream stream;

  private ConsoleLog(PrintStream stream) {
    this.stream = stream;
  }

  /** Libraries are heard from the level of a warning on. */
  static void install(PrintStream stream, String level) {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.WARNING);
    Logger.getLogger("").addHandler(new ConsoleLog(stream));
    OURS.setLevel(Level.parse(level.toUpperCase(Locale.ROOT)));
  }

  @Override
  public void publish(LogRecord entry) {
    stream.printf(
        "%s %-7s %s%s%n",
        entry.getInstant().truncatedTo(ChronoUnit.MILLIS),
        entry.getLevel().getName(),
        words.formatMessage(entry),
        entry.getThrown() == null ? "" : ": " + entry.getThrown());
  }

  @Override
  public void flush() {
    stream.flush();
  }

  @Override
  public void close() {
    // The stream is the caller's.
  }
}
