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
    return column.type() == SearchValue.Text.class && !isId(column) && !column.isDocument()
        ? name(column) + " COLLATE \"C\""
        : name(column);
  }

  /**
   * The column where it need only be equal. Names are indexed in the order that the domain knows,
   * kinds in that of the database, by which it also finds their partition.
   */
  static String equated(ResourceColumn column) {
    return column == ResourceColumn.NAME ? ordered(column) : name(column);
  }

  static String text(ResourceColumn column) {
    return isId(column) ? "CAST(" + name(column) + " AS text)" : name(column);
  }

  /** The mark for a value of the column. */
  static String parameter(ResourceColumn column) {
    String type = type(column);
    return type.equals("text") ? "?" : "CAST(? AS " + type + ")";
  }

  /** The mark for some values of the column. */
  static String parameters(ResourceColumn column) {
    return "CAST(? AS " + type(column) + "[])";
  }

  private static String type(ResourceColumn column) {
    if (column.type() == SearchValue.Numeric.class) {
      return "numeric";
    }
    if (column.type() == SearchValue.Time.class) {
      return "timestamptz";
    }
    return isId(column) ? "uuid" : "text";
  }

  /** Whether it is text to the domain and an id to the database. */
  static boolean isId(ResourceColumn column) {
    return column == ResourceColumn.ID || column == ResourceColumn.OWNER_ID;
  }
}
