package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue;
import java.time.Instant;
import java.util.List;

/** Values of a search as parameters, and how statements compare with them. */
final class ValueSql {

  /** Beyond what either JSON or PostgreSQL writes with four digits, nothing is kept. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private ValueSql() {}

  /** As text, of which the database makes what it needs. */
  static String parameter(SearchValue value) {
    if (value instanceof SearchValue.Numeric number) {
      return number.value().toString();
    }
    return value instanceof SearchValue.Time time
        ? time(time.value())
        : ((SearchValue.Text) value).value();
  }

  static String[] parameters(List<SearchValue> values) {
    return values.stream().map(ValueSql::parameter).toArray(String[]::new);
  }

  private static String time(Instant time) {
    if (time.isBefore(FIRST)) {
      return "-infinity";
    }
    return time.isAfter(LAST) ? "infinity" : time.toString();
  }

  static String symbol(SearchOperator operator) {
    return switch (operator) {
      case EQUAL -> " = ";
      case NOT_EQUAL -> " <> ";
      case LESS -> " < ";
      case LESS_OR_EQUAL -> " <= ";
      case GREATER -> " > ";
      case GREATER_OR_EQUAL -> " >= ";
    };
  }

  /** Equality needs no order; any other comparison of text goes by code points. */
  static boolean isEquality(SearchOperator operator) {
    return operator == SearchOperator.EQUAL || operator == SearchOperator.NOT_EQUAL;
  }
}
