package io.hyperfleet.domain.search;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.search.SearchExpression.And;
import io.hyperfleet.domain.search.SearchExpression.Not;
import io.hyperfleet.domain.search.SearchExpression.Or;
import io.hyperfleet.domain.search.SearchSyntax.Elements;
import io.hyperfleet.domain.search.SearchSyntax.Junction;
import io.hyperfleet.domain.search.SearchSyntax.Literal;
import io.hyperfleet.domain.search.SearchSyntax.Minus;
import io.hyperfleet.domain.search.SearchSyntax.Name;
import io.hyperfleet.domain.search.SearchSyntax.Negation;
import io.hyperfleet.domain.search.SearchSyntax.Numeral;
import io.hyperfleet.domain.search.SearchSyntax.Term;
import io.hyperfleet.domain.search.SearchSyntax.Unsupported;
import java.math.BigDecimal;
import java.util.List;

/** Makes of syntax an expression, where something is asked for that holds or does not. */
final class SearchTyping implements SearchSyntax.Visitor<SearchExpression> {

  private static final SearchExpression ALL = new And(List.of());
  private static final SearchExpression NONE = new Or(List.of());

  private final SearchText source;
  private final SearchOperands operands;

  SearchTyping(SearchText source) {
    this(source, false);
  }

  private SearchTyping(SearchText source, boolean negated) {
    this.source = source;
    this.operands = new SearchOperands(source, negated);
  }

  /** What holds of all resources, or of none. */
  static SearchExpression constant(boolean holds) {
    return holds ? ALL : NONE;
  }

  @Override
  public SearchExpression junction(Junction junction) {
    List<SearchExpression> parts =
        junction.operands().stream().map(operand -> operand.accept(this)).toList();
    return junction.ofAll() ? new And(parts) : new Or(parts);
  }

  @Override
  public SearchExpression negation(Negation negation) {
    return new Not(negation.operand().accept(insideNegation()));
  }

  /** Although the word stands before the left side only, it is the whole term that is negated. */
  @Override
  public SearchExpression term(Term term) {
    if (term.left() instanceof Negation negation) {
      return new Not(insideNegation().plain(term.withLeft(negation.operand())));
    }
    return plain(term);
  }

  private SearchExpression plain(Term term) {
    if (term.left() instanceof Term) {
      throw source.expected(term.operatorOffset(), "'and', 'or' or the end after a comparison");
    }
    return new SearchTerms(source, operands).of(term);
  }

  private SearchTyping insideNegation() {
    return new SearchTyping(source, true);
  }

  @Override
  public SearchExpression literal(Literal literal) {
    if (literal.kind() != Literal.Kind.BOOLEAN) {
      throw noComparison(literal);
    }
    return constant(Boolean.parseBoolean(literal.text()));
  }

  @Override
  public SearchExpression numeral(Numeral numeral) {
    boolean isOne = numeral.value().compareTo(BigDecimal.ONE) == 0;
    if (!isOne && numeral.value().signum() != 0) {
      throw noComparison(numeral);
    }
    return constant(isOne);
  }

  /** A name that means nothing is a worse mistake than one without a comparison. */
  @Override
  public SearchExpression name(Name name) {
    return operandOnly(name);
  }

  @Override
  public SearchExpression minus(Minus minus) {
    return operandOnly(minus);
  }

  @Override
  public SearchExpression unsupported(Unsupported unsupported) {
    return operandOnly(unsupported);
  }

  @Override
  public SearchExpression elements(Elements elements) {
    throw noComparison(elements);
  }

  private SearchExpression operandOnly(SearchSyntax syntax) {
    SearchComparisons.requireKnown(operands.of(syntax));
    throw noComparison(syntax);
  }

  private FleetException noComparison(SearchSyntax syntax) {
    return source.expected(syntax.offset(), "a comparison");
  }
}
