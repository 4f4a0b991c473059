package io.hyperfleet.domain.search;

import io.hyperfleet.domain.search.SearchExpression.And;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchExpression.In;
import io.hyperfleet.domain.search.SearchExpression.IsNull;
import io.hyperfleet.domain.search.SearchExpression.Like;
import io.hyperfleet.domain.search.SearchExpression.Not;
import io.hyperfleet.domain.search.SearchExpression.Or;
import io.hyperfleet.domain.search.SearchExpression.TwoFields;
import java.util.List;

/**
 * How much an expression takes.
 *
 * @param comparisons what asks for a field
 * @param leaves values, and what asks for none
 * @param depth operators in each other
 */
record SearchSize(int comparisons, int leaves, int depth) {

  private static final SearchSize ONE = new SearchSize(1, 1, 1);

  static SearchSize of(SearchExpression expression) {
    return expression.accept(new Measure());
  }

  private SearchSize with(SearchSize other) {
    return new SearchSize(
        comparisons + other.comparisons, leaves + other.leaves, Math.max(depth, other.depth));
  }

  private SearchSize deeper() {
    return new SearchSize(comparisons, leaves, depth + 1);
  }

  private static final class Measure implements SearchExpression.Visitor<SearchSize> {

    private SearchSize several(List<SearchExpression> operands) {
      SearchSize empty = new SearchSize(0, operands.isEmpty() ? 1 : 0, 0);
      return operands.stream()
          .map(operand -> operand.accept(this))
          .reduce(empty, SearchSize::with)
          .deeper();
    }

    @Override
    public SearchSize and(And expression) {
      return several(expression.operands());
    }

    @Override
    public SearchSize or(Or expression) {
      return several(expression.operands());
    }

    @Override
    public SearchSize not(Not expression) {
      return expression.operand().accept(this).deeper();
    }

    @Override
    public SearchSize comparison(Comparison expression) {
      return ONE;
    }

    @Override
    public SearchSize isNull(IsNull expression) {
      return ONE;
    }

    @Override
    public SearchSize in(In expression) {
      return new SearchSize(1, expression.values().size(), 1);
    }

    @Override
    public SearchSize like(Like expression) {
      return ONE;
    }

    @Override
    public SearchSize twoFields(TwoFields expression) {
      return ONE;
    }
  }
}
