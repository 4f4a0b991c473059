package io.hyperfleet.domain.search;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Puts words in a row, with blanks where they have to be and where they may be. */
final class SearchSpacing {

  private static final List<String> BLANKS = List.of(" ", "  ", "\t", "\r\n", "\f", "\u000b ");
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");

  private SearchSpacing() {}

  static String join(List<String> words, Random random) {
    StringBuilder text = new StringBuilder();
    String before = "";
    for (String word : words) {
      if (mustBeApart(before, word) || random.nextInt(3) == 0) {
        text.append(BLANKS.get(random.nextInt(BLANKS.size())));
      }
      text.append(word);
      before = word;
    }
    return text.toString();
  }

  private static boolean mustBeApart(String before, String word) {
    if (before.isEmpty()) {
      return false;
    }
    if (TIME.matcher(before).matches()) {
      return !"),]".contains(word);
    }
    char last = before.charAt(before.length() - 1);
    char first = word.charAt(0);
    return (Character.isLetterOrDigit(last) || last == ']' || last == '_')
        && (Character.isLetterOrDigit(first) || first == '[');
  }
}
