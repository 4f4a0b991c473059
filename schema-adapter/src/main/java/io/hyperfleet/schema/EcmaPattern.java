package io.hyperfleet.schema;

import java.io.Serial;
import java.util.regex.Pattern;

/**
 * A regular expression as OpenAPI means it, run by Java's engine. That engine backtracks, and a
 * client picks the text: a match that takes too long, or too deep a stack, counts as none.
 */
final class EcmaPattern {

  /** Some tens of milliseconds; text that is read once from end to end may be as long as a body. */
  private static final int MAX_STEPS = 10_000_000;

  private final Pattern pattern;

  private EcmaPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  static EcmaPattern compile(String text) {
    return new EcmaPattern(Pattern.compile(translate(text)));
  }

  boolean isFoundIn(String text) {
    try {
      return pattern.matcher(new Metered(text, MAX_STEPS)).find();
    } catch (OutOfStepsException | StackOverflowError undecided) {
      return false;
    }
  }

  /** Java ends a line where ECMAScript ends the text, and nests brackets where it takes them. */
  private static String translate(String text) {
    StringBuilder java = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        java.append(c).append(text.charAt(++i));
      } else if (c == '$' && !inClass) {
        java.append("\\z");
      } else if (inClass && (c == '[' || c == '&')) {
        java.append('\\').append(c);
      } else {
        inClass = c == '[' || (inClass && c != ']');
        java.append(c);
      }
    }
    return java.toString();
  }

  /** Counts how often the engine looks at a character, over all parts of the text. */
  private static final class Metered implements CharSequence {

    private final String text;
    private int steps;

    Metered(String text, int steps) {
      this.text = text;
      this.steps = steps;
    }

    @Override
    public char charAt(int index) {
      if (--steps < 0) {
        throw new OutOfStepsException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class OutOfStepsException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    OutOfStepsException() {
      super("undecided", null, false, false);
    }
  }
}
