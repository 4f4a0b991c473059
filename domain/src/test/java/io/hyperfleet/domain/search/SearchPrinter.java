package io.hyperfleet.domain.search;

import io.hyperfleet.domain.search.SearchExpression.And;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchExpression.In;
import io.hyperfleet.domain.search.SearchExpression.IsNull;
import io.hyperfleet.domain.search.SearchExpression.Like;
import io.hyperfleet.domain.search.SearchExpression.Not;
import io.hyperfleet.domain.search.SearchExpression.Or;
import io.hyperfleet.domain.search.SearchExpression.TwoFields;
import io.hyperfleet.domain.search.SearchField.Label;
import io.hyperfleet.domain.search.SearchField.OfCondition;
import io.hyperfleet.domain.search.SearchField.SpecPath;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.search.SearchValue.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows an expression so that nothing of it is left open, types of values included. */
final class SearchPrinter implements SearchExpression.Visitor<String>, SearchField.Visitor<String> {

  private static final Map<SearchOperator, String> OPERATORS =
      Map.of(
          SearchOperator.EQUAL, "=",
          SearchOperator.NOT_EQUAL, "!=",
          SearchOperator.LESS, "<",
          SearchOperator.LESS_OR_EQUAL, "<=",
          SearchOperator.GREATER, ">",
          SearchOperator.GREATER_OR_EQUAL, ">=");

  static String print(SearchExpression expression) {
    return expression.accept(new SearchPrinter());
  }

  @Override
  public String and(And expression) {
    return "all" + several(expression.operands());
  }

  @Override
  public String or(Or expression) {
    return "any" + several(expression.operands());
  }

  private String several(List<SearchExpression> operands) {
    return operands.stream()
        .map(operand -> operand.accept(this))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  @Override
  public String not(Not expression) {
    return "not(" + expression.operand().accept(this) + ")";
  }

  @Override
  public String comparison(Comparison expression) {
    return String.join(
        " ",
        expression.field().accept(this),
        OPERATORS.get(expression.operator()),
        value(expression.value()));
  }

  @Override
  public String isNull(IsNull expression) {
    return expression.field().accept(this) + " is null";
  }

  @Override
  public String in(In expression) {
    return expression.values().stream()
        .map(SearchPrinter::value)
        .collect(Collectors.joining(", ", expression.field().accept(this) + " in [", "]"));
  }

  @Override
  public String like(Like expression) {
    return "%s %s \"%s\""
        .formatted(
            expression.field().accept(this),
            expression.ignoringCase() ? "ilike" : "like",
            expression.pattern());
  }

  @Override
  public String twoFields(TwoFields expression) {
    return String.join(
        " ",
        expression.left().accept(this),
        OPERATORS.get(expression.operator()),
        expression.right().accept(this));
  }

  @Override
  public String column(ResourceColumn column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String label(Label label) {
    return "label{" + label.key() + "}";
  }

  @Override
  public String specPath(SpecPath path) {
    return "spec" + path.members();
  }

  @Override
  public String ofCondition(OfCondition member) {
    return "condition{%s %s}"
        .formatted(member.type(), member.member().name().toLowerCase(Locale.ROOT));
  }

  private static String value(SearchValue value) {
    if (value instanceof Text text) {
      return '"' + text.value() + '"';
    }
    return value instanceof Numeric number
        ? number.value().toString()
        : "@" + ((SearchValue.Time) value).value();
  }
}
