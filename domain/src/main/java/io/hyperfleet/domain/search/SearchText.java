package io.hyperfleet.domain.search;

import io.hyperfleet.domain.error.FleetException;

/** What a client wrote, and how it is told what is wrong with it; positions count code points. */
record SearchText(CharSequence text) {

  /** What is no text at all would reach neither a log nor the database in one piece. */
  void requireStorable() {
    int at = 0;
    while (at < text.length()) {
      int character = Character.codePointAt(text, at);
      if (character == 0 || isHalf(character)) {
        throw expected(at, "a character of Unicode other than NUL");
      }
      at += Character.charCount(character);
    }
  }

  private static boolean isHalf(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  /** The text is no sentence of the language. */
  FleetException unreadable(String message, int offset) {
    int position = position(offset);
    return FleetException.badRequest(
        "failed to parse search query: "
            + message
            + " at position "
            + position
            + ":\n"
            + text
            + "\n"
            + " ".repeat(position)
            + "^");
  }

  /** The text is a sentence that makes no sense. */
  FleetException expected(int offset, String what) {
    return FleetException.badRequest(
        "invalid search query at position " + position(offset) + ": expected " + what);
  }

  private int position(int offset) {
    return Character.codePointCount(text, 0, offset);
  }
}
