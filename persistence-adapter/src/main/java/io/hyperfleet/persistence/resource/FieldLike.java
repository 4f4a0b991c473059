package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.SearchExpression.Like;
import io.hyperfleet.domain.search.SearchField;

/**
 * Appends whether the text of one field of resources {@code r} has a shape, or has not. Case is
 * that of the letters of ASCII, whatever the language of the database.
 */
record FieldLike(SqlText sql, LabelSql labels, boolean negated, Like like)
    implements SearchField.Visitor<SqlText> {

  /** Where no text is behind those that begin with it. */
  private static final int HIGHEST = Character.MAX_CODE_POINT;

  @Override
  public SqlText column(ResourceColumn column) {
    String start = start(like.pattern());
    if (column == ResourceColumn.NAME && !negated && !like.ignoringCase() && !start.isEmpty()) {
      appendStart(ColumnSql.ordered(column), start);
    }
    return appendShape(ColumnSql.text(column));
  }

  /** A statement that is prepared for any pattern shows no other way into an index. */
  private void appendStart(String column, String start) {
    sql.append(column + " >= ? AND ", start);
    String behind = behind(start);
    if (!behind.isEmpty()) {
      sql.append(column + " < ? AND ", behind);
    }
  }

  @Override
  public SqlText label(SearchField.Label label) {
    labels.appendExists(sql, label).append(" AND ");
    return appendShape("l.value").append(")");
  }

  @Override
  public SqlText specPath(SearchField.SpecPath path) {
    SpecSql.appendText(sql, path);
    return appendShape("");
  }

  @Override
  public SqlText ofCondition(SearchField.OfCondition member) {
    ConditionSql.appendText(sql, member);
    return appendShape("");
  }

  private SqlText appendShape(String text) {
    return sql.append(text + " COLLATE \"C\"" + (negated ? " NOT" : ""))
        .append((like.ignoringCase() ? " ILIKE" : " LIKE") + " ? ESCAPE '\\'", like.pattern());
  }

  /** What every text of that shape begins with. */
  static String start(String pattern) {
    StringBuilder start = new StringBuilder();
    for (int at = 0; at < pattern.length(); at++) {
      char c = pattern.charAt(at);
      if (c == '%' || c == '_') {
        break;
      }
      start.append(c == '\\' ? pattern.charAt(++at) : c);
    }
    return start.toString();
  }

  /** The first text behind all those that begin so, by code points; empty if there is none. */
  static String behind(String start) {
    int end = start.length();
    while (end > 0 && start.codePointBefore(end) == HIGHEST) {
      end = start.offsetByCodePoints(end, -1);
    }
    if (end == 0) {
      return "";
    }
    int last = start.offsetByCodePoints(end, -1);
    int next = start.codePointAt(last) + 1;
    return start.substring(0, last)
        + Character.toString(next == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : next);
  }
}
