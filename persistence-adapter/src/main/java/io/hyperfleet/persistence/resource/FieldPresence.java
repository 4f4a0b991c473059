package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.SearchField;

/** Appends whether a field of resources {@code r} is null, or is not. */
final class FieldPresence implements SearchField.Visitor<SqlText> {

  private final SqlText sql;
  private final String labels;
  private final boolean present;

  FieldPresence(SqlText sql, String labels, boolean present) {
    this.sql = sql;
    this.labels = labels;
    this.present = present;
  }

  @Override
  public SqlText column(ResourceColumn column) {
    return sql.append(ColumnSql.name(column) + isNull());
  }

  @Override
  public SqlText label(SearchField.Label label) {
    return sql.append(present ? "EXISTS" : "NOT EXISTS")
        .append(" (SELECT 1 FROM " + labels + " l WHERE l.owner_type = r.kind")
        .append(" AND l.owner_id = r.id AND l.key = ?)", label.key());
  }

  @Override
  public SqlText specPath(SearchField.SpecPath path) {
    return sql.append(
        "(" + FieldComparison.leafText(path) + ")" + isNull(), path.members().toArray());
  }

  private String isNull() {
    return present ? " IS NOT NULL" : " IS NULL";
  }
}
