package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.search.SearchExpression;
import io.hyperfleet.domain.search.SearchOperator;
import java.util.List;

/**
 * Appends to a statement what a search asks of resources {@code r}. A negation is carried down to
 * the comparisons, where it is another comparison: what is missing makes both of them fail, as SQL
 * would have it, and both can be answered from an index.
 */
final class ResourceFilter implements SearchExpression.Visitor<SqlText> {

  private final SqlText sql;
  private final LabelSql labels;
  private final boolean negated;

  private ResourceFilter(SqlText sql, LabelSql labels, boolean negated) {
    this.sql = sql;
    this.labels = labels;
    this.negated = negated;
  }

  static void append(SqlText sql, LabelSql labels, SearchExpression expression) {
    expression.accept(new ResourceFilter(sql, labels, false));
  }

  @Override
  public SqlText and(SearchExpression.And expression) {
    return negated ? any(expression.operands()) : all(expression.operands());
  }

  @Override
  public SqlText or(SearchExpression.Or expression) {
    return negated ? all(expression.operands()) : any(expression.operands());
  }

  @Override
  public SqlText not(SearchExpression.Not expression) {
    return expression.operand().accept(new ResourceFilter(sql, labels, !negated));
  }

  @Override
  public SqlText comparison(SearchExpression.Comparison expression) {
    SearchOperator operator = effective(expression.operator());
    return expression
        .field()
        .accept(new FieldComparison(sql, labels, operator, expression.value()));
  }

  private SearchOperator effective(SearchOperator operator) {
    return negated ? operator.negated() : operator;
  }

  @Override
  public SqlText in(SearchExpression.In expression) {
    return expression.field().accept(new FieldSet(sql, labels, negated, expression.values()));
  }

  @Override
  public SqlText like(SearchExpression.Like expression) {
    return expression.field().accept(new FieldLike(sql, labels, negated, expression));
  }

  @Override
  public SqlText twoFields(SearchExpression.TwoFields expression) {
    FieldText text = new FieldText(sql, labels);
    expression.left().accept(text);
    sql.append(" COLLATE \"C\"" + ValueSql.symbol(effective(expression.operator())));
    return expression.right().accept(text);
  }

  @Override
  public SqlText isNull(SearchExpression.IsNull expression) {
    return expression.field().accept(new FieldPresence(sql, labels, negated));
  }

  private SqlText all(List<SearchExpression> operands) {
    return joined(operands, " AND ", "TRUE");
  }

  private SqlText any(List<SearchExpression> operands) {
    return joined(operands, " OR ", "FALSE");
  }

  private SqlText joined(List<SearchExpression> operands, String operator, String ofNone) {
    if (operands.isEmpty()) {
      return sql.append(ofNone);
    }
    String separator = "(";
    for (SearchExpression operand : operands) {
      sql.append(separator);
      operand.accept(this);
      separator = operator;
    }
    return sql.append(")");
  }
}
