package io.hyperfleet.persistence.migration;

import java.util.regex.Pattern;

/** The name of the schema that holds all tables, in a form that needs no escape within quotes. */
public record SchemaName(String value) {

  /** PostgreSQL cuts longer identifiers at 63 bytes, silently. */
  private static final Pattern RULE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  public SchemaName {
    if (!RULE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a schema name is at most 63 lower-case letters, digits and underscores,"
              + " not starting with a digit: \""
              + value
              + "\"");
    }
  }

  /** Quoted, so that a reserved word is a name like any other. */
  public String quoted() {
    return '"' + value + '"';
  }
}
