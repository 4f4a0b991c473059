package io.hyperfleet.schema;

import com.google.re2j.Pattern;
import java.util.regex.Matcher;

/**
 * A regular expression in the dialect of Go (RE2), in which providers have written theirs for the
 * original service. It is matched in time linear in the text, which a client picks.
 */
final class GoPattern {

  private static final java.util.regex.Pattern ESCAPE =
      java.util.regex.Pattern.compile("(?s)\\\\(?:u(\\p{XDigit}{4})|.)");

  private final Pattern pattern;

  private GoPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Compiles a pattern.
   *
   * @throws com.google.re2j.PatternSyntaxException if RE2 does not know what it asks for
   */
  static GoPattern compile(String text) {
    return new GoPattern(Pattern.compile(withCodePoints(text)));
  }

  /** Anywhere, unless the pattern is anchored. */
  boolean isFoundIn(String text) {
    return pattern.matcher(text).find();
  }

  /** Code points as ECMAScript writes them: the original rewrites them too. */
  private static String withCodePoints(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(1) == null ? escape.group() : "\\x{" + escape.group(1) + "}"));
  }
}
