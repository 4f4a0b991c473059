package io.hyperfleet.rest.log;

/**
 * One line in the making, used again and again by one thread. It is ASCII and of a bounded length,
 * and what clients send cannot end it or look like more than one word.
 */
final class Line {

  private static final String CUT = "...";

  private final byte[] bytes;
  private int length;

  Line(int capacity) {
    bytes = new byte[capacity];
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  Line start() {
    length = 0;
    return this;
  }

  /** Words of our own, in ASCII. */
  Line text(String text) {
    for (int i = 0; i < text.length(); i++) {
      bytes[length++] = (byte) text.charAt(i);
    }
    return this;
  }

  /** A word from outside, of which no more than {@code limit} characters are told. */
  Line word(String value, int limit) {
    int told = Math.min(value.length(), limit);
    for (int i = 0; i < told; i++) {
      char c = value.charAt(i);
      bytes[length++] = (byte) (c > ' ' && c <= '~' ? c : '_');
    }
    return told < value.length() ? text(CUT) : this;
  }

  /** A number that is not negative. */
  Line number(long value) {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    long rest = value;
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  Line end() {
    bytes[length++] = '\n';
    return this;
  }
}
