package io.hyperfleet.server.launcher;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Makes lines of whatever is written to it. */
final class LineStream extends OutputStream {

  /** More than anybody reads of one line. */
  private static final int LIMIT = 16 * 1024;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Consumer<String> lines;

  LineStream(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public synchronized void write(int octet) {
    if (octet == '\n') {
      String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
      line.reset();
      lines.accept(text);
    } else if (line.size() < LIMIT) {
      line.write(octet);
    }
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      write(bytes[i]);
    }
  }
}
