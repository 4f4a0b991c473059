package io.hyperfleet.domain.search;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.search.SearchExpression.And;
import io.hyperfleet.domain.search.SearchExpression.In;
import io.hyperfleet.domain.search.SearchExpression.IsNull;
import io.hyperfleet.domain.search.SearchExpression.Like;
import io.hyperfleet.domain.search.SearchField.SpecPath;
import io.hyperfleet.domain.search.SearchOperand.Constant;
import io.hyperfleet.domain.search.SearchOperand.OfField;
import io.hyperfleet.domain.search.SearchOperand.OfLiteral;
import io.hyperfleet.domain.search.SearchOperand.OfNumber;
import io.hyperfleet.domain.search.SearchSyntax.Elements;
import io.hyperfleet.domain.search.SearchSyntax.Literal;
import io.hyperfleet.domain.search.SearchSyntax.Term;
import java.util.List;

/** Makes of a single question an expression. */
final class SearchTerms {

  private final SearchText source;
  private final SearchOperands operands;
  private final SearchComparisons comparisons;

  SearchTerms(SearchText source, SearchOperands operands) {
    this.source = source;
    this.operands = operands;
    this.comparisons = new SearchComparisons(source);
  }

  SearchExpression of(Term term) {
    return switch (term.predicate()) {
      case EQUAL -> compared(term, SearchOperator.EQUAL);
      case NOT_EQUAL -> compared(term, SearchOperator.NOT_EQUAL);
      case LESS -> compared(term, SearchOperator.LESS);
      case LESS_OR_EQUAL -> compared(term, SearchOperator.LESS_OR_EQUAL);
      case GREATER -> compared(term, SearchOperator.GREATER);
      case GREATER_OR_EQUAL -> compared(term, SearchOperator.GREATER_OR_EQUAL);
      case LIKE -> like(term, false);
      case ILIKE -> like(term, true);
      case IN -> in(term);
      case BETWEEN -> between(term);
      case IS_NULL -> isNull(term);
    };
  }

  private SearchExpression compared(Term term, SearchOperator operator) {
    TypedColumns.check(term.left(), term.only());
    return comparisons.of(operands.of(term.left()), operator, operands.of(term.only()));
  }

  private SearchExpression like(Term term, boolean ignoringCase) {
    requireNoCondition(term, "LIKE/ILIKE");
    OfField field = comparisons.field(operands.of(term.left()));
    Constant constant = comparisons.constant(operands.of(term.only()));
    if (!SearchComparisons.isText(field)) {
      throw source.expected(field.offset(), "a field with text");
    }
    String pattern = constant.asText().value();
    if (Like.endsInTheMiddle(pattern)) {
      throw source.expected(constant.offset(), "a pattern that does not end in a lone backslash");
    }
    return new Like(field.field(), pattern, ignoringCase);
  }

  private SearchExpression in(Term term) {
    requireNoCondition(term, "IN");
    if (term.only() instanceof Elements elements) {
      TypedColumns.check(term.left(), elements);
    }
    SearchOperand left = operands.of(term.left());
    if (!(term.only() instanceof Elements elements)) {
      throw FleetException.badRequest("expected array on right side of IN");
    }
    List<Constant> values =
        elements.values().stream().map(value -> comparisons.constant(operands.of(value))).toList();
    if (left instanceof Constant constant) {
      return SearchTyping.constant(
          values.stream().anyMatch(value -> SearchComparisons.order(constant, value) == 0));
    }
    return in(comparisons.field(left).field(), values);
  }

  /** As text if not all are of one type. */
  private SearchExpression in(SearchField field, List<Constant> constants) {
    if (constants.isEmpty()) {
      return SearchTyping.constant(false);
    }
    List<SearchValue> values =
        constants.stream().map(value -> field.accept(new SearchValues(source, value))).toList();
    boolean alike = values.stream().map(SearchValue::getClass).distinct().count() == 1;
    return new In(
        field, alike ? values : constants.stream().<SearchValue>map(Constant::asText).toList());
  }

  private SearchExpression between(Term term) {
    requireNoCondition(term, "BETWEEN");
    SearchOperand left = operands.of(term.left());
    SearchOperand low = operands.of(term.right().get(0));
    SearchOperand high = operands.of(term.right().get(1));
    boolean numeric = low instanceof OfNumber && high instanceof OfNumber;
    if (!numeric && left instanceof OfField field && field.field() instanceof SpecPath) {
      low = quoted(low);
      high = quoted(high);
    }
    SearchExpression above = comparisons.of(left, SearchOperator.GREATER_OR_EQUAL, low);
    SearchExpression below = comparisons.of(left, SearchOperator.LESS_OR_EQUAL, high);
    boolean decided =
        left instanceof Constant && low instanceof Constant && high instanceof Constant;
    SearchExpression all = SearchTyping.constant(true);
    return decided
        ? SearchTyping.constant(above.equals(all) && below.equals(all))
        : new And(List.of(above, below));
  }

  /** A number next to something else is compared as it is written. */
  private static SearchOperand quoted(SearchOperand operand) {
    if (operand instanceof OfNumber number) {
      String text = number.asText().value();
      return new OfLiteral(new Literal(Literal.Kind.STRING, text, number.offset()));
    }
    return operand;
  }

  private SearchExpression isNull(Term term) {
    SearchOperand operand = operands.of(term.left());
    SearchComparisons.requireKnown(operand);
    if (operand instanceof OfField field) {
      return new IsNull(field.field());
    }
    return SearchTyping.constant(false);
  }

  private static void requireNoCondition(Term term, String operator) {
    if (SearchNames.isCondition(term.left())) {
      throw FleetException.badRequest(
          operator
              + " is not supported for condition queries; use comparison operators (=, !=, <, <=, >, >=)");
    }
  }
}
