package io.hyperfleet.rest.log;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;

/** Shows what the program logs in the form of {@link AccessLog}, between its lines. */
public final class ConsoleHandler extends Handler {

  /** More than anybody reads of one entry. */
  private static final int LIMIT = 16 * 1024;

  /** What would end a line, or play tricks on a terminal. */
  private static final Pattern BREAKS = Pattern.compile("\\R|\\p{Cntrl}");

  private final SimpleFormatter words = new SimpleFormatter();
  private final LineWriter writer;
  private final TimeOfDay times;

  public ConsoleHandler(LineWriter writer, ZoneId zone) {
    this.writer = writer;
    this.times = new TimeOfDay(zone);
  }

  @Override
  public void publish(LogRecord entry) {
    if (!isLoggable(entry)) {
      return;
    }
    StringBuilder text =
        new StringBuilder(200)
            .append(times.of(entry.getInstant()))
            .append(level(entry.getLevel()))
            .append(oneLine(words.formatMessage(entry)));
    appendTrace(entry.getThrown(), text);
    byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, LIMIT);
    bytes[length - 1] = '\n';
    writer.write(bytes, length);
  }

  private static String level(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return " ERROR ";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return " WARN  ";
    }
    return level.intValue() >= Level.INFO.intValue() ? " INFO  " : " DEBUG ";
  }

  /** One line for each cause and for each place; what nobody reads is left out. */
  private static void appendTrace(Throwable failure, StringBuilder text) {
    Throwable cause = failure;
    while (cause != null && text.length() < LIMIT) {
      text.append("\n    ").append(oneLine(cause.toString()));
      for (StackTraceElement place : cause.getStackTrace()) {
        text.append("\n        at ").append(place);
      }
      cause = cause.getCause();
    }
  }

  private static String oneLine(String text) {
    return BREAKS.matcher(text).replaceAll(" ");
  }

  @Override
  public void flush() {
    // Nothing waits here.
  }

  @Override
  public void close() {
    // The writer is shared.
  }
}
