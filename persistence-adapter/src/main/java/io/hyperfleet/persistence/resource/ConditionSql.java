package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.search.SearchField.OfCondition;
import io.hyperfleet.domain.search.SearchField.OfCondition.Member;
import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue;
import java.util.Locale;

/** A condition of resources {@code r}. */
final class ConditionSql {

  /**
   * What the clients that drive a fleet ask all the time. It stands in the statement as it stands
   * in a partial index: of a parameter, PostgreSQL could not tell that the index has all of it.
   */
  private static final String UNRECONCILED =
      "r.condition_states @> '{\"False\": [\"Reconciled\"]}'";

  private ConditionSql() {}

  /** A member as text, null if there is no such condition. */
  static SqlText appendText(SqlText sql, OfCondition field) {
    return sql.append(
        "(SELECT c.value ->> '"
            + field.member().name().toLowerCase(Locale.ROOT)
            + "'"
            + " FROM jsonb_array_elements(r.conditions) c WHERE c.value ->> 'type' = ? LIMIT 1)",
        field.type());
  }

  /** A member in its own type. */
  static SqlText append(SqlText sql, OfCondition field) {
    return switch (field.member()) {
      case STATUS -> appendText(sql, field);
      case OBSERVED_GENERATION -> SafeCast.TO_NUMBER.append(sql, text -> appendText(text, field));
      case LAST_UPDATED_TIME, LAST_TRANSITION_TIME ->
          SafeCast.TO_TIME.append(sql, text -> appendText(text, field));
    };
  }

  static SqlText appendComparison(
      SqlText sql, OfCondition field, SearchOperator operator, SearchValue value) {
    if (field.member() == Member.STATUS && operator == SearchOperator.EQUAL) {
      return appendHasStatus(sql, field.type(), ValueSql.parameter(value));
    }
    append(sql, field);
    if (!ValueSql.isEquality(operator) && field.member() == Member.STATUS) {
      sql.append(" COLLATE \"C\"");
    }
    return sql.append(
        ValueSql.symbol(operator) + "CAST(? AS " + type(field) + ")", ValueSql.parameter(value));
  }

  /** In the words of the indexes. */
  private static SqlText appendHasStatus(SqlText sql, String type, String status) {
    if (type.equals("Reconciled") && status.equals("False")) {
      return sql.append(UNRECONCILED);
    }
    return sql.append(
        "r.condition_states @> jsonb_build_object(CAST(? AS text),"
            + " jsonb_build_array(CAST(? AS text)))",
        status,
        type);
  }

  static String type(OfCondition field) {
    return switch (field.member()) {
      case STATUS -> "text";
      case OBSERVED_GENERATION -> "numeric";
      case LAST_UPDATED_TIME, LAST_TRANSITION_TIME -> "timestamptz";
    };
  }
}
