package io.hyperfleet.persistence.resource;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement as it grows, with its parameters. What a client sent never becomes part of the text.
 */
final class SqlText {

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  /**
   * @param text with a question mark for each of the values
   */
  SqlText append(String text, Object... values) {
    int start = 0;
    for (Object value : values) {
      int mark = text.indexOf('?', start);
      parameters.add(value);
      sql.append(text, start, mark + 1).append(parameters.size());
      start = mark + 1;
    }
    sql.append(text, start, text.length());
    return this;
  }

  String sql() {
    return sql.toString();
  }

  List<Object> parameters() {
    return parameters;
  }
}
