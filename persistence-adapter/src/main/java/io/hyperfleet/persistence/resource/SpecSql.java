package io.hyperfleet.persistence.resource;

import io.hyperfleet.domain.search.SearchField.SpecPath;

/**
 * What lies in the spec of resources {@code r}, null for a JSON null as well. A member is one of an
 * object, whatever its name looks like.
 */
final class SpecSql {

  private SpecSql() {}

  /** A string as it is, anything else as it is written. */
  static SqlText appendText(SqlText sql, SpecPath path) {
    return sql.append("(" + leaf(path) + ")", path.members().toArray());
  }

  /** Null for what spells no number. */
  static SqlText appendNumber(SqlText sql, SpecPath path) {
    return SafeCast.TO_NUMBER.append(sql, text -> appendText(text, path));
  }

  private static String leaf(SpecPath path) {
    return "r.spec"
        + " -> CAST(? AS text)".repeat(path.members().size() - 1)
        + " ->> CAST(? AS text)";
  }
}
