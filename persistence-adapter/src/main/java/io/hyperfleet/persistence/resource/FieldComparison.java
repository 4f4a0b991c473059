package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.SearchField;
import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue;

/** Appends the comparison of one field of resources {@code r} with a value. */
record FieldComparison(SqlText sql, LabelSql labels, SearchOperator operator, SearchValue value)
    implements SearchField.Visitor<SqlText> {

  @Override
  public SqlText column(ResourceColumn column) {
    return append(sql, column, operator, value);
  }

  /** Also for whoever compares a column without a search. */
  static SqlText append(
      SqlText sql, ResourceColumn column, SearchOperator operator, SearchValue value) {
    String parameter = ValueSql.parameter(value);
    String symbol = ValueSql.symbol(operator);
    if (ColumnSql.isId(column) && ResourceId.parse(parameter).isEmpty()) {
      // What is no id can only be compared with the text of one; ids sort as their texts do.
      return sql.append(ColumnSql.text(column) + " COLLATE \"C\"" + symbol + "?", parameter);
    }
    String left =
        ValueSql.isEquality(operator) ? ColumnSql.equated(column) : ColumnSql.ordered(column);
    return sql.append(left + symbol + ColumnSql.parameter(column), parameter);
  }

  @Override
  public SqlText label(SearchField.Label label) {
    return labels
        .appendExists(sql, label)
        .append(" AND l.value" + inOrder() + ValueSql.symbol(operator) + "?)", parameter());
  }

  @Override
  public SqlText specPath(SearchField.SpecPath path) {
    if (value instanceof SearchValue.Numeric) {
      return SpecSql.appendNumber(sql, path)
          .append(ValueSql.symbol(operator) + "CAST(? AS numeric)", parameter());
    }
    return SpecSql.appendText(sql, path)
        .append(inOrder() + ValueSql.symbol(operator) + "?", parameter());
  }

  @Override
  public SqlText ofCondition(SearchField.OfCondition member) {
    return ConditionSql.appendComparison(sql, member, operator, value);
  }

  private String inOrder() {
    return ValueSql.isEquality(operator) ? "" : " COLLATE \"C\"";
  }

  private String parameter() {
    return ValueSql.parameter(value);
  }
}
