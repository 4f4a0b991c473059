package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.SearchField;
import io.hyperfleet.domain.search.SearchValue;
import java.util.List;

/**
 * Appends whether one field of resources {@code r} equals one of some values, or none. However many
 * they are, they are one parameter, so that the statement stays the same.
 */
record FieldSet(SqlText sql, LabelSql labels, boolean negated, List<SearchValue> values)
    implements SearchField.Visitor<SqlText> {

  @Override
  public SqlText column(ResourceColumn column) {
    List<SearchValue> possible =
        ColumnSql.isId(column) ? values.stream().filter(FieldSet::isId).toList() : values;
    if (possible.isEmpty()) {
      // PostgreSQL would find that null is none of no values.
      return sql.append(negated ? ColumnSql.name(column) + " IS NOT NULL" : "FALSE");
    }
    return sql.append(
        ColumnSql.equated(column) + among(ColumnSql.parameters(column)),
        (Object) ValueSql.parameters(possible));
  }

  private static boolean isId(SearchValue value) {
    return ResourceId.parse(ValueSql.parameter(value)).isPresent();
  }

  @Override
  public SqlText label(SearchField.Label label) {
    return labels
        .appendExists(sql, label)
        .append(" AND l.value" + among("CAST(? AS text[])") + ")", parameter());
  }

  @Override
  public SqlText specPath(SearchField.SpecPath path) {
    return values.get(0) instanceof SearchValue.Numeric
        ? SpecSql.appendNumber(sql, path).append(among("CAST(? AS numeric[])"), parameter())
        : SpecSql.appendText(sql, path).append(among("CAST(? AS text[])"), parameter());
  }

  @Override
  public SqlText ofCondition(SearchField.OfCondition member) {
    return ConditionSql.append(sql, member)
        .append(among("CAST(? AS " + ConditionSql.type(member) + "[])"), parameter());
  }

  private String among(String array) {
    return (negated ? " <> ALL (" : " = ANY (") + array + ")";
  }

  private Object parameter() {
    return ValueSql.parameters(values);
  }
}
