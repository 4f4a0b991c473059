package io.hyperfleet.persistence.resource;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Several rows as one text, so that they come in the row to which they belong: word after word,
 * each after its length in code points and a blank. Whatever a word holds, it cannot be misread.
 */
final class Words {

  private final String text;
  private int at;

  private Words(String text) {
    this.text = text;
  }

  /** An expression that makes the text out of rows that have these columns. */
  static String sql(String... columns) {
    return Arrays.stream(columns)
        .map(column -> "length(%1$s), ' ', %1$s".formatted(column))
        .collect(Collectors.joining(", ", "string_agg(concat(", "), '')"));
  }

  /**
   * @param text null if there are no rows
   */
  static Words of(String text) {
    return new Words(text == null ? "" : text);
  }

  boolean hasNext() {
    return at < text.length();
  }

  String next() {
    int blank = text.indexOf(' ', at);
    int start = blank + 1;
    int length = Integer.parseInt(text, at, blank, 10);
    at = text.offsetByCodePoints(start, length);
    return text.substring(start, at);
  }
}
