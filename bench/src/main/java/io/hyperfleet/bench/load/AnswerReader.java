package io.hyperfleet.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the answers of one connection, as little of them as is needed to find the next. */
final class AnswerReader {

  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private int position;
  private int limit;
  private boolean closes;

  AnswerReader(InputStream in) {
    this.in = in;
  }

  /** The status of the next answer, once all of it has come. */
  int status() throws IOException {
    String[] words = line().split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
      throw new IOException("not an answer of HTTP/1.1: " + String.join(" ", words));
    }
    long length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String field = header.toLowerCase(Locale.ROOT);
      if (field.startsWith("content-length:")) {
        length = Long.parseLong(value(field));
      } else if (field.startsWith("transfer-encoding:")) {
        chunked = value(field).equals("chunked");
      } else if (field.startsWith("connection:")) {
        closes = value(field).equals("close");
      }
    }
    if (chunked) {
      skipChunks();
    } else {
      skip(length);
    }
    return Integer.parseInt(words[1]);
  }

  /** Whether the last answer was the last of its connection. */
  boolean closes() {
    return closes;
  }

  private void skipChunks() throws IOException {
    for (long size = chunk(); size > 0; size = chunk()) {
      skip(size);
      line();
    }
    while (!line().isEmpty()) {
      // Trailers say nothing that is measured.
    }
  }

  private long chunk() throws IOException {
    return Long.parseLong(line().split(";", 2)[0].strip(), 16);
  }

  private void skip(long bytes) throws IOException {
    long left = bytes;
    while (left > 0) {
      if (position == limit) {
        fill();
      }
      int step = (int) Math.min(left, limit - position);
      position += step;
      left -= step;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    while (true) {
      if (position == limit) {
        fill();
      }
      int start = position;
      while (position < limit && buffer[position] != '\n') {
        position++;
      }
      line.append(new String(buffer, start, position - start, StandardCharsets.ISO_8859_1));
      if (position < limit) {
        position++;
        return line.toString().stripTrailing();
      }
    }
  }

  private void fill() throws IOException {
    limit = in.read(buffer);
    position = 0;
    if (limit < 1) {
      limit = 0;
      throw new EOFException("the connection ended within an answer");
    }
  }

  private static String value(String header) {
    return header.substring(header.indexOf(':') + 1).strip();
  }
}
