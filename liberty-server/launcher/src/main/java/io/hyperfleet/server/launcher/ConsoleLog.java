package io.hyperfleet.server.launcher;

import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
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
  private final Console console;

  private ConsoleLog(Console console) {
    this.console = console;
  }

  /** Libraries are heard from the level of a warning on. */
  static void install(PrintStream stream, String level) {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.WARNING);
    Logger.getLogger("")
        .addHandler(new ConsoleLog(new Console(stream, Clock.system(ZoneId.systemDefault()))));
    OURS.setLevel(Level.parse(level.toUpperCase(Locale.ROOT)));
  }

  @Override
  public void publish(LogRecord entry) {
    String cause = entry.getThrown() == null ? "" : ": " + entry.getThrown();
    console.log(entry.getLevel(), words.formatMessage(entry) + cause);
  }

  @Override
  public void flush() {
    // Each line goes out by itself.
  }

  @Override
  public void close() {
    // The stream is the caller's.
  }
}
