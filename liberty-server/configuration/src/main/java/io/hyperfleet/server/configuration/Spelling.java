package io.hyperfleet.server.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses what somebody meant to type. */
public final class Spelling {

  private Spelling() {}

  /** A sentence part such as {@code , did you mean serve?}, or nothing when no word is close. */
  public static String suggestion(String word, Collection<String> known) {
    return nearest(word, known).map(", did you mean %s?"::formatted).orElse("");
  }

  static Optional<String> nearest(String word, Collection<String> known) {
    int tolerance = Math.min(3, (word.length() - 1) / 2);
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= tolerance)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** How many letters must be added, dropped or replaced (Levenshtein). */
  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int replaced =
            previous[column - 1] + (left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, Math.min(previous[column], current[column - 1]) + 1);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
