package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.SearchField;
import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue;

/** Appends the comparison of one field of resources {@code r} with a value. */
final class FieldComparison implements SearchField.Visitor<SqlText> {

  /** What casts to a number without a failure, whatever a client stored; for the leaf {@code v}. */
  private static final String SPELLS_NUMBER =
      "length(v.leaf) <= 1000"
          + " AND v.leaf ~ '^[+-]{0,1}([0-9]+([.][0-9]*){0,1}|[.][0-9]+)([eE][+-]{0,1}[0-9]{1,3}){0,1}$'";

  private final SqlText sql;
  private final String labels;
  private final SearchOperator operator;
  private final SearchValue value;

  FieldComparison(SqlText sql, String labels, SearchOperator operator, SearchValue value) {
    this.sql = sql;
    this.labels = labels;
    this.operator = operator;
    this.value = value;
  }

  @Override
  public SqlText column(ResourceColumn column) {
    return append(sql, column, operator, value);
  }

  /** Also for whoever compares a column without a search. */
  static SqlText append(
      SqlText sql, ResourceColumn column, SearchOperator operator, SearchValue value) {
    String parameter = parameterOf(value);
    if (ColumnSql.isId(column) && ResourceId.parse(parameter).isEmpty()) {
      // What is no id can only be compared with the text of one; ids sort as their texts do.
      return sql.append("CAST(" + ColumnSql.name(column) + " AS text) COLLATE \"C\"")
          .append(symbol(operator) + "?", parameter);
    }
    String left = isEquality(operator) ? ColumnSql.name(column) : ColumnSql.ordered(column);
    return sql.append(left + symbol(operator) + ColumnSql.parameter(column), parameter);
  }

  @Override
  public SqlText label(SearchField.Label label) {
    return sql.append("EXISTS (SELECT 1 FROM " + labels + " l WHERE l.owner_type = r.kind")
        .append(" AND l.owner_id = r.id AND l.key = ? AND ", label.key())
        .append(isEquality(operator) ? "l.value" : "l.value COLLATE \"C\"")
        .append(symbol(operator) + "?)", parameterOf(value));
  }

  @Override
  public SqlText specPath(SearchField.SpecPath path) {
    Object[] members = path.members().toArray();
    String leaf = "r.spec" + " -> CAST(? AS text)".repeat(members.length);
    String text = leafText(path);
    if (value instanceof SearchValue.Numeric) {
      return sql.append("(SELECT CASE WHEN " + SPELLS_NUMBER + " THEN CAST(v.leaf AS numeric) END")
          .append(" FROM (SELECT " + text + " AS leaf) v)", members)
          .append(symbol(operator) + "CAST(? AS numeric)", parameterOf(value));
    }
    return sql.append("(CASE WHEN jsonb_typeof(" + leaf + ") NOT IN ('object', 'array')", members)
        .append(" THEN " + text + " END) COLLATE \"C\"", members)
        .append(symbol(operator) + "?", parameterOf(value));
  }

  /** The text of a leaf of the spec, null for a JSON null, with a mark for each member. */
  static String leafText(SearchField.SpecPath path) {
    return "r.spec"
        + " -> CAST(? AS text)".repeat(path.members().size() - 1)
        + " ->> CAST(? AS text)";
  }

  /** Equality needs no order; any other comparison of text goes by code points. */
  private static boolean isEquality(SearchOperator operator) {
    return operator == SearchOperator.EQUAL || operator == SearchOperator.NOT_EQUAL;
  }

  private static String symbol(SearchOperator operator) {
    return switch (operator) {
      case EQUAL -> " = ";
      case NOT_EQUAL -> " <> ";
      case LESS -> " < ";
      case LESS_OR_EQUAL -> " <= ";
      case GREATER -> " > ";
      case GREATER_OR_EQUAL -> " >= ";
    };
  }

  /** As text, of which the database makes what it needs. */
  static String parameterOf(SearchValue value) {
    if (value instanceof SearchValue.Numeric number) {
      return number.value().toString();
    }
    return value instanceof SearchValue.Time time
        ? time.value().toString()
        : ((SearchValue.Text) value).value();
  }
}
