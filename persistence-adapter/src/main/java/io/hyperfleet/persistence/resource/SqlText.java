package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.kind.Kind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement as it grows, with its parameters. What a client sent never becomes part of the text.
 */
final class SqlText {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]+");

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

  /**
   * The name of a kind. As part of the text it has PostgreSQL plan for one partition, and neither
   * lock nor look at the others each time; there are as many texts as kinds, and operators declare
   * those. What is more than a word stays a parameter.
   */
  SqlText append(Kind kind) {
    return WORD.matcher(kind.name()).matches()
        ? append("'" + kind.name() + "'")
        : append("?", kind.name());
  }

  /** Their names, one after the other; there must be one. */
  SqlText append(Collection<Kind> kinds) {
    String separator = "";
    for (Kind kind : kinds) {
      append(separator).append(kind);
      separator = ", ";
    }
    return this;
  }

  /** This statement as a part of another one, whose parameters follow. */
  SqlText within(String before, String after, Object... values) {
    SqlText whole = new SqlText();
    whole.sql.append(before).append(sql);
    whole.parameters.addAll(parameters);
    return whole.append(after, values);
  }

  Query query(EntityManager entities) {
    return bind(entities.createNativeQuery(sql.toString()));
  }

  /** Gives a query of this text its parameters. */
  Query bind(Query query) {
    int position = 1;
    for (Object parameter : parameters) {
      query.setParameter(position++, parameter);
    }
    return query;
  }

  String sql() {
    return sql.toString();
  }

  List<Object> parameters() {
    return parameters;
  }
}
