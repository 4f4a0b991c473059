package io.hyperfleet.domain.search;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import java.nio.charset.StandardCharsets;

/**
 * The language in which clients search lists. What it costs to read a search grows with its length
 * only, and what it becomes is bounded in every direction.
 */
public final class SearchLanguage {

  /** In UTF-8. */
  public static final int MAX_BYTES = 4096;

  /** Comparisons of any sort; however many values one of them lists, it counts once. */
  public static final int MAX_TERMS = 50;

  /** Brackets, signs and words before an operand, one in another. */
  public static final int MAX_DEPTH = 100;

  private SearchLanguage() {}

  /**
   * What the text asks for.
   *
   * @param text not blank: who searches for nothing in particular does not search
   * @throws FleetException with {@link ErrorCode#BAD_REQUEST} if it is no search, or none that the
   *     service answers
   */
  public static SearchExpression parse(String text) {
    requireShort(text);
    SearchText source = new SearchText(text);
    source.requireStorable();
    SearchSyntax syntax = new SearchParser(source, new SearchLexer(source).tokens()).parse();
    return syntax.accept(new SearchTyping(source));
  }

  /** Each character takes a byte at least, so that what is much too long is not looked at. */
  private static void requireShort(String text) {
    if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw FleetException.badRequest(
          "search query exceeds maximum length of " + MAX_BYTES + " characters");
    }
  }
}
