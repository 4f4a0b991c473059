package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.SearchValue;
import java.util.Locale;

/** The columns of resources {@code r} in a list. */
final class ColumnSql {

  private ColumnSql() {}

  static String name(ResourceColumn column) {
    return "r." + column.name().toLowerCase(Locale.ROOT);
  }

  /** The column in the order that the domain knows: text by code points. */
  static String ordered(ResourceColumn column) {
    return column.type() == SearchValue.Text.class && !isId(column)
        ? name(column) + " COLLATE \"C\""
        : name(column);
  }

  /** The mark for a value of the column. */
  static String parameter(ResourceColumn column) {
    if (column.type() == SearchValue.Numeric.class) {
      return "CAST(? AS numeric)";
    }
    if (column.type() == SearchValue.Time.class) {
      return "CAST(? AS timestamptz)";
    }
    return isId(column) ? "CAST(? AS uuid)" : "?";
  }

  /** Whether it is text to the domain and an id to the database. */
  static boolean isId(ResourceColumn column) {
    return column == ResourceColumn.ID || column == ResourceColumn.OWNER_ID;
  }
}
