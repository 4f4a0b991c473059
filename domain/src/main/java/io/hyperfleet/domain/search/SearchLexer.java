package io.hyperfleet.domain.search;

import static java.util.Map.entry;

import io.hyperfleet.domain.search.SearchToken.TokenType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cuts a search into words, each character read a bounded number of times. */
final class SearchLexer {

  private static final Map<String, TokenType> KEYWORDS =
      EnumSet.of(
              TokenType.AND,
              TokenType.OR,
              TokenType.NOT,
              TokenType.LIKE,
              TokenType.ILIKE,
              TokenType.IN,
              TokenType.IS,
              TokenType.NULL,
              TokenType.BETWEEN,
              TokenType.TRUE,
              TokenType.FALSE,
              TokenType.LEN,
              TokenType.ANY,
              TokenType.ALL,
              TokenType.SUM)
          .stream()
          .collect(Collectors.toMap(type -> lowerCase(type.name()), Function.identity()));

  private static final Map<String, TokenType> SYMBOLS =
      Map.ofEntries(
          entry("=", TokenType.EQUAL),
          entry("==", TokenType.EQUAL),
          entry("!=", TokenType.NOT_EQUAL),
          entry("<>", TokenType.NOT_EQUAL),
          entry("<", TokenType.LESS),
          entry("<=", TokenType.LESS_OR_EQUAL),
          entry(">", TokenType.GREATER),
          entry(">=", TokenType.GREATER_OR_EQUAL),
          entry("~=", TokenType.MATCHES),
          entry("~!", TokenType.MATCHES_NOT),
          entry("+", TokenType.PLUS),
          entry("-", TokenType.MINUS),
          entry("*", TokenType.TIMES),
          entry("/", TokenType.DIVIDED_BY),
          entry("%", TokenType.MODULO),
          entry("(", TokenType.OPEN),
          entry(")", TokenType.CLOSE),
          entry("[", TokenType.OPEN_LIST),
          entry("]", TokenType.CLOSE_LIST),
          entry(",", TokenType.COMMA));

  private static final Set<Character> BLANKS = Set.of(' ', '\t', '\r', '\n', '\f', '\u000b');

  private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
  private static final String MOMENT =
      DAY + "T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})";
  private static final Pattern DATE = Pattern.compile(DAY);
  private static final Pattern TIMESTAMP = Pattern.compile(MOMENT);
  private static final Pattern UNQUOTED_TIME =
      Pattern.compile("(?:(" + MOMENT + ")|" + DAY + ")(?=[\\s),\\]]|\\z)");
  private static final Pattern NUMBER =
      Pattern.compile("\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?(?:[kKmMgGtTpP][iI]?)?");

  private final SearchText source;
  private final CharSequence text;
  private int at;

  SearchLexer(SearchText source) {
    this.source = source;
    this.text = source.text();
  }

  /** All words, and the end after them. */
  List<SearchToken> tokens() {
    List<SearchToken> tokens = new ArrayList<>();
    skipBlanks();
    while (at < text.length()) {
      tokens.add(next());
      skipBlanks();
    }
    tokens.add(new SearchToken(TokenType.END, "", at));
    return tokens;
  }

  private void skipBlanks() {
    while (at < text.length() && BLANKS.contains(text.charAt(at))) {
      at++;
    }
  }

  private SearchToken next() {
    int first = Character.codePointAt(text, at);
    if (first == '\'' || first == '"' || first == '`') {
      return string((char) first);
    }
    if (first >= '0' && first <= '9') {
      return unquotedTime().orElseGet(this::number);
    }
    return first == '_' || Character.isLetter(first) ? word() : symbol(first);
  }

  private SearchToken string(char quote) {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) != '\\') {
        value.append(text.charAt(at));
      } else if (++at < text.length()) {
        value.append(escaped(text.charAt(at)));
      }
      at++;
    }
    if (at >= text.length()) {
      throw source.unreadable("Unterminated string", start);
    }
    at++;
    return new SearchToken(typeOfQuoted(value), value.toString(), start);
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> c;
    };
  }

  private static TokenType typeOfQuoted(CharSequence value) {
    if (DATE.matcher(value).matches()) {
      return TokenType.DATE;
    }
    return TIMESTAMP.matcher(value).matches() ? TokenType.TIMESTAMP : TokenType.STRING;
  }

  private Optional<SearchToken> unquotedTime() {
    Matcher matcher = UNQUOTED_TIME.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    TokenType type = matcher.group(1) == null ? TokenType.DATE : TokenType.TIMESTAMP;
    return Optional.of(token(type, matcher.end()));
  }

  private SearchToken number() {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw new IllegalStateException("no digit at " + at);
    }
    return token(TokenType.NUMBER, matcher.end());
  }

  private SearchToken word() {
    int end = at;
    while (end < text.length() && isOfName(Character.codePointAt(text, end))) {
      end =
          text.charAt(end) == '[' ? afterBrackets(end) : Character.offsetByCodePoints(text, end, 1);
    }
    TokenType keyword = KEYWORDS.get(lowerCase(text.subSequence(at, end).toString()));
    return token(keyword == null ? TokenType.NAME : keyword, end);
  }

  private static boolean isOfName(int character) {
    return Character.isLetter(character)
        || Character.isDigit(character)
        || "_./[".indexOf(character) >= 0;
  }

  /** Whatever stands in brackets belongs to the name; if they are not closed, all that is left. */
  private int afterBrackets(int open) {
    int end = open;
    while (end < text.length() && text.charAt(end) != ']') {
      end++;
    }
    return Math.min(end + 1, text.length());
  }

  private SearchToken symbol(int first) {
    for (int length = Math.min(2, text.length() - at); length > 0; length--) {
      TokenType type = SYMBOLS.get(text.subSequence(at, at + length).toString());
      if (type != null) {
        return token(type, at + length);
      }
    }
    throw source.unreadable("Unexpected character '" + Character.toString(first) + "'", at);
  }

  private SearchToken token(TokenType type, int end) {
    SearchToken token = new SearchToken(type, text.subSequence(at, end).toString(), at);
    at = end;
    return token;
  }

  private static String lowerCase(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
