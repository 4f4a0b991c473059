package io.hyperfleet.persistence.database;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a package logs while this is open. */
public final class LogLines extends Handler implements AutoCloseable {

  private final Logger logger;
  private final Formatter words = new SimpleFormatter();
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  public LogLines(String packageName) {
    this.logger = Logger.getLogger(packageName);
    logger.addHandler(this);
  }

  public List<String> containing(String text) {
    return lines.stream().filter(line -> line.contains(text)).toList();
  }

  @Override
  public void publish(LogRecord entry) {
    lines.add(entry.getLevel() + " " + words.formatMessage(entry));
  }

  @Override
  public void flush() {
    // Nothing is kept back.
  }

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
