package io.hyperfleet.persistence.resource;

import java.util.function.UnaryOperator;

/** What makes another type of a text without a failure, whatever somebody stored: null at worst. */
enum SafeCast {
  TO_NUMBER(
      "numeric",
      "length(v.leaf) <= 1000"
          + " AND v.leaf ~ '^[+-]{0,1}([0-9]+([.][0-9]*){0,1}|[.][0-9]+)([eE][+-]{0,1}[0-9]{1,3}){0,1}$'"),
  TO_TIME(
      "timestamptz",
      "v.leaf ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6}){0,1}Z$'"
          + " AND v.leaf COLLATE \"C\" >= '0001'");

  private final String type;
  private final String guard;

  SafeCast(String type, String guard) {
    this.type = type;
    this.guard = guard;
  }

  /**
   * Looks for the text once: OFFSET keeps PostgreSQL from doing it wherever the leaf is named.
   *
   * @param text appends the text
   */
  SqlText append(SqlText sql, UnaryOperator<SqlText> text) {
    sql.append(
        "(SELECT CASE WHEN " + guard + " THEN CAST(v.leaf AS " + type + ") END FROM (SELECT ");
    return text.apply(sql).append(" AS leaf OFFSET 0) v)");
  }
}
