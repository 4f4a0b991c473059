package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.SearchField;

/** Appends one field of resources {@code r} as text. */
record FieldText(SqlText sql, LabelSql labels) implements SearchField.Visitor<SqlText> {

  @Override
  public SqlText column(ResourceColumn column) {
    return sql.append(ColumnSql.text(column));
  }

  @Override
  public SqlText label(SearchField.Label label) {
    return labels.appendText(sql, label);
  }

  @Override
  public SqlText specPath(SearchField.SpecPath path) {
    return SpecSql.appendText(sql, path);
  }

  @Override
  public SqlText ofCondition(SearchField.OfCondition member) {
    return ConditionSql.appendText(sql, member);
  }
}
