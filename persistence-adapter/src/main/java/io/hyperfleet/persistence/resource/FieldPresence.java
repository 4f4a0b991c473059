package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.SearchField;

/** Appends whether a field of resources {@code r} is null, or is not. */
record FieldPresence(SqlText sql, LabelSql labels, boolean present)
    implements SearchField.Visitor<SqlText> {

  @Override
  public SqlText column(ResourceColumn column) {
    return sql.append(ColumnSql.name(column) + isNull());
  }

  @Override
  public SqlText label(SearchField.Label label) {
    return labels.appendExists(sql.append(present ? "" : "NOT "), label).append(")");
  }

  @Override
  public SqlText specPath(SearchField.SpecPath path) {
    return SpecSql.appendText(sql, path).append(isNull());
  }

  @Override
  public SqlText ofCondition(SearchField.OfCondition member) {
    return ConditionSql.appendText(sql, member).append(isNull());
  }

  private String isNull() {
    return present ? " IS NOT NULL" : " IS NULL";
  }
}
