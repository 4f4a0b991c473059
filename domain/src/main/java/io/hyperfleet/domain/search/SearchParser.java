package io.hyperfleet.domain.search;

import static java.util.Map.entry;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.search.SearchSyntax.Elements;
import io.hyperfleet.domain.search.SearchSyntax.Junction;
import io.hyperfleet.domain.search.SearchSyntax.Literal;
import io.hyperfleet.domain.search.SearchSyntax.Minus;
import io.hyperfleet.domain.search.SearchSyntax.Name;
import io.hyperfleet.domain.search.SearchSyntax.Negation;
import io.hyperfleet.domain.search.SearchSyntax.Numeral;
import io.hyperfleet.domain.search.SearchSyntax.Term;
import io.hyperfleet.domain.search.SearchSyntax.Unsupported;
import io.hyperfleet.domain.search.SearchToken.TokenType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Builds words together. From the loosest to the tightest: or, and, the comparisons, sums,
 * products, the words before an operand (not among them), signs. It never goes back, and goes down
 * only a bounded number of levels.
 */
final class SearchParser {

  private static final Map<TokenType, SearchPredicate> COMPARISONS =
      Map.of(
          TokenType.EQUAL, SearchPredicate.EQUAL,
          TokenType.NOT_EQUAL, SearchPredicate.NOT_EQUAL,
          TokenType.LESS, SearchPredicate.LESS,
          TokenType.LESS_OR_EQUAL, SearchPredicate.LESS_OR_EQUAL,
          TokenType.GREATER, SearchPredicate.GREATER,
          TokenType.GREATER_OR_EQUAL, SearchPredicate.GREATER_OR_EQUAL);

  private static final Map<TokenType, SearchPredicate> NEGATABLE =
      Map.of(
          TokenType.LIKE, SearchPredicate.LIKE,
          TokenType.ILIKE, SearchPredicate.ILIKE,
          TokenType.IN, SearchPredicate.IN,
          TokenType.BETWEEN, SearchPredicate.BETWEEN);

  private static final Map<TokenType, String> UNSUPPORTED =
      Map.ofEntries(
          entry(TokenType.MATCHES, "REQ"),
          entry(TokenType.MATCHES_NOT, "RNE"),
          entry(TokenType.PLUS, "ADD"),
          entry(TokenType.MINUS, "SUB"),
          entry(TokenType.TIMES, "MUL"),
          entry(TokenType.DIVIDED_BY, "DIV"),
          entry(TokenType.MODULO, "MOD"),
          entry(TokenType.LEN, "LEN"),
          entry(TokenType.ANY, "ANY"),
          entry(TokenType.ALL, "ALL"),
          entry(TokenType.SUM, "SUM"));

  private static final Set<TokenType> MATCHES =
      EnumSet.of(TokenType.MATCHES, TokenType.MATCHES_NOT);
  private static final Set<TokenType> SUMS = EnumSet.of(TokenType.PLUS, TokenType.MINUS);
  private static final Set<TokenType> PRODUCTS =
      EnumSet.of(TokenType.TIMES, TokenType.DIVIDED_BY, TokenType.MODULO);
  private static final Set<TokenType> MEASURES =
      EnumSet.of(TokenType.LEN, TokenType.ANY, TokenType.ALL, TokenType.SUM);

  private final SearchText source;
  private final List<SearchToken> tokens;
  private SearchToken current;
  private int next = 1;
  private int terms;
  private int depth;

  SearchParser(SearchText source, List<SearchToken> tokens) {
    this.source = source;
    this.tokens = tokens;
    this.current = tokens.get(0);
  }

  /** All of it. */
  SearchSyntax parse() {
    SearchSyntax everything = either();
    if (current.type() != TokenType.END) {
      throw unexpected(current);
    }
    return everything;
  }

  private SearchSyntax either() {
    return junction(TokenType.OR, this::both);
  }

  private SearchSyntax both() {
    return junction(TokenType.AND, this::terms);
  }

  private SearchSyntax junction(TokenType word, Supplier<SearchSyntax> operand) {
    SearchSyntax first = operand.get();
    if (current.type() != word) {
      return first;
    }
    List<SearchSyntax> operands = new ArrayList<>(List.of(first));
    while (accept(word)) {
      operands.add(operand.get());
    }
    return new Junction(word == TokenType.AND, operands, first.offset());
  }

  /** A term whose left side may be a term again, which nothing but a message comes of. */
  private SearchSyntax terms() {
    SearchSyntax left = sum();
    while (true) {
      if (COMPARISONS.containsKey(current.type()) || NEGATABLE.containsKey(current.type())) {
        left = term(left, advance());
      } else if (MATCHES.contains(current.type())) {
        left = match(left, advance());
      } else if (current.type() == TokenType.IS) {
        left = nullness(left, advance());
      } else if (current.type() == TokenType.NOT) {
        left = negatedTerm(left, advance());
      } else {
        return left;
      }
    }
  }

  private SearchSyntax negatedTerm(SearchSyntax left, SearchToken not) {
    if (!NEGATABLE.containsKey(current.type())) {
      throw unexpected(current);
    }
    return new Negation(term(left, advance()), not.offset());
  }

  private SearchSyntax nullness(SearchSyntax left, SearchToken is) {
    count(is);
    boolean negated = accept(TokenType.NOT);
    expect(TokenType.NULL);
    Term term = new Term(SearchPredicate.IS_NULL, left, List.of(), is.offset());
    return negated ? new Negation(term, left.offset()) : term;
  }

  private Term term(SearchSyntax left, SearchToken operator) {
    count(operator);
    if (operator.type() == TokenType.BETWEEN) {
      SearchSyntax low = sum();
      expect(TokenType.AND);
      return new Term(SearchPredicate.BETWEEN, left, List.of(low, sum()), operator.offset());
    }
    SearchPredicate predicate =
        COMPARISONS.getOrDefault(operator.type(), NEGATABLE.get(operator.type()));
    return new Term(predicate, left, List.of(sum()), operator.offset());
  }

  private SearchSyntax match(SearchSyntax left, SearchToken operator) {
    count(operator);
    return unsupported(operator, List.of(left, sum()));
  }

  private void count(SearchToken operator) {
    terms++;
    if (terms > SearchLanguage.MAX_TERMS) {
      throw source.expected(
          operator.offset(), "at most " + SearchLanguage.MAX_TERMS + " comparisons");
    }
  }

  private SearchSyntax sum() {
    return arithmetic(SUMS, this::product);
  }

  private SearchSyntax product() {
    return arithmetic(PRODUCTS, this::prefixed);
  }

  /** However many operators there are, what is refused is refused for the first. */
  private SearchSyntax arithmetic(Set<TokenType> operators, Supplier<SearchSyntax> operand) {
    List<SearchSyntax> operands = new ArrayList<>(List.of(operand.get()));
    SearchToken first = current;
    while (operators.contains(current.type())) {
      advance();
      operands.add(operand.get());
    }
    return operands.size() == 1 ? operands.get(0) : unsupported(first, operands);
  }

  private SearchSyntax prefixed() {
    SearchToken token = current;
    if (accept(TokenType.NOT)) {
      return new Negation(nested(token, this::prefixed), token.offset());
    }
    if (MEASURES.contains(token.type())) {
      advance();
      return unsupported(token, List.of(nested(token, this::prefixed)));
    }
    return signed();
  }

  private static SearchSyntax unsupported(SearchToken operator, List<SearchSyntax> operands) {
    return new Unsupported(UNSUPPORTED.get(operator.type()), operands, operator.offset());
  }

  private SearchSyntax signed() {
    SearchToken token = advance();
    return switch (token.type()) {
      case MINUS -> new Minus(nested(token, this::signed), token.offset());
      case PLUS -> nested(token, this::signed);
      case OPEN -> nested(token, this::group);
      case OPEN_LIST -> new Elements(nested(token, this::elements), token.offset());
      case NAME -> new Name(token.text(), token.offset());
      case NUMBER -> number(token);
      case STRING -> literal(Literal.Kind.STRING, token);
      case DATE -> literal(Literal.Kind.DATE, token);
      case TIMESTAMP -> literal(Literal.Kind.TIMESTAMP, token);
      case TRUE -> new Literal(Literal.Kind.BOOLEAN, "true", token.offset());
      case FALSE -> new Literal(Literal.Kind.BOOLEAN, "false", token.offset());
      default -> throw unexpected(token);
    };
  }

  private SearchSyntax group() {
    SearchSyntax content = either();
    expect(TokenType.CLOSE);
    return content;
  }

  private List<SearchSyntax> elements() {
    List<SearchSyntax> elements = new ArrayList<>();
    while (!accept(TokenType.CLOSE_LIST)) {
      elements.add(either());
      if (current.type() != TokenType.CLOSE_LIST) {
        expect(TokenType.COMMA);
      }
    }
    return elements;
  }

  private SearchSyntax number(SearchToken token) {
    return SearchNumbers.read(token.text())
        .map(value -> new Numeral(value, token.offset()))
        .orElseThrow(
            () ->
                source.expected(
                    token.offset(),
                    "a number with at most "
                        + SearchNumbers.MAX_DIGITS
                        + " digits on each side of the point"));
  }

  private static SearchSyntax literal(Literal.Kind kind, SearchToken token) {
    return new Literal(kind, token.text(), token.offset());
  }

  private <T> T nested(SearchToken opening, Supplier<T> content) {
    depth++;
    if (depth > SearchLanguage.MAX_DEPTH) {
      throw source.expected(
          opening.offset(),
          "at most " + SearchLanguage.MAX_DEPTH + " brackets, signs and prefixes in each other");
    }
    T result = content.get();
    depth--;
    return result;
  }

  private boolean accept(TokenType type) {
    boolean accepted = current.type() == type;
    if (accepted) {
      advance();
    }
    return accepted;
  }

  private void expect(TokenType type) {
    if (!accept(type)) {
      throw unexpected(current);
    }
  }

  /** The last word, which is the end, stays. */
  private SearchToken advance() {
    SearchToken passed = current;
    if (next < tokens.size()) {
      current = tokens.get(next);
      next++;
    }
    return passed;
  }

  private FleetException unexpected(SearchToken token) {
    return source.unreadable("syntax error", token.offset());
  }
}
