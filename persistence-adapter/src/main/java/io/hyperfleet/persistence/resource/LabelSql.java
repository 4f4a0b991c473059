package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.search.SearchField.Label;

/**
 * A label of resources {@code r}.
 *
 * @param table the name of the table of labels
 */
record LabelSql(String table) {

  /** That there is one, and, after AND, what has to hold of {@code l.value}; not yet closed. */
  SqlText appendExists(SqlText sql, Label label) {
    return append(sql, "EXISTS (SELECT 1", label);
  }

  SqlText appendText(SqlText sql, Label label) {
    return append(sql, "(SELECT l.value", label).append(")");
  }

  private SqlText append(SqlText sql, String select, Label label) {
    return sql.append(select + " FROM " + table + " l WHERE l.owner_type = r.kind")
        .append(" AND l.owner_id = r.id AND l.key = ?", label.key());
  }
}
