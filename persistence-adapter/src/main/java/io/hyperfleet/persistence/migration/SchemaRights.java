package io.hyperfleet.persistence.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Tells beforehand what a role may not do, and which grant would let it. Whoever finds out from a
 * script that fails has kept the lock from others meanwhile.
 */
final class SchemaRights {

  /** The last two are null as long as there is no schema, or no history. */
  private static final String QUESTION =
      """
      SELECT quote_ident(current_user), quote_ident(current_database()),
        has_database_privilege(current_database(), 'CREATE'), n.oid IS NOT NULL,
        has_schema_privilege(n.oid, 'USAGE'), has_schema_privilege(n.oid, 'CREATE'),
        has_table_privilege(h.oid, 'SELECT')
      FROM (VALUES (?)) AS wanted (name)
        LEFT JOIN pg_namespace n ON n.nspname = wanted.name
        LEFT JOIN pg_class h ON h.relnamespace = n.oid AND h.relname = 'flyway_schema_history'
      """;

  private static final String HAS_OTHER_THINGS =
      """
      SELECT h.oid IS NULL AND EXISTS (
        SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND NOT EXISTS (
          SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
        UNION ALL
        SELECT FROM pg_proc p WHERE p.pronamespace = n.oid AND NOT EXISTS (
          SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
        UNION ALL
        SELECT FROM pg_type t WHERE t.typnamespace = n.oid AND NOT EXISTS (
          SELECT FROM pg_depend d WHERE d.objid = t.oid AND d.deptype = 'e'))
      FROM pg_namespace n
        LEFT JOIN pg_class h ON h.relnamespace = n.oid AND h.relname = 'flyway_schema_history'
      WHERE n.nspname = ?
      """;

  private final DataSource database;
  private final SchemaName schema;

  SchemaRights(DataSource database, SchemaName schema) {
    this.database = database;
    this.schema = schema;
  }

  /**
   * For whoever looks.
   *
   * @throws SchemaRefusedException if the role cannot see the history
   */
  void needToRead() {
    Rights rights = rights();
    if (rights.missesUsage()) {
      throw refused("read", rights, "GRANT USAGE ON SCHEMA " + schema.quoted());
    }
    if (rights.missesHistory()) {
      throw refused(
          "read", rights, "GRANT SELECT ON " + schema.quoted() + ".flyway_schema_history");
    }
  }

  /**
   * For whoever migrates.
   *
   * @throws SchemaRefusedException if the role can make no table there
   */
  void needToCreate() {
    Rights rights = rights();
    if (!rights.schemaExists() && !rights.createsSchemas()) {
      throw refused("create", rights, "GRANT CREATE ON DATABASE " + rights.databaseName());
    }
    if (rights.schemaExists() && (rights.missesUsage() || !rights.createsTables())) {
      throw refused("change", rights, "GRANT USAGE, CREATE ON SCHEMA " + schema.quoted());
    }
  }

  /**
   * Nobody can tell which of the tables of others are in the way, or whose they are.
   *
   * @throws SchemaRefusedException if there are tables or the like, but no history of them
   */
  void needOwnSchema() {
    if (ask(HAS_OTHER_THINGS, row -> row.getBoolean(1)).orElse(false)) {
      throw new SchemaRefusedException(
          "schema "
              + schema.quoted()
              + " holds tables or the like, but no history of migrations: set database.schema to a"
              + " schema that is empty or not there yet, or restore flyway_schema_history with the"
              + " tables that it belongs to");
    }
  }

  private SchemaRefusedException refused(String verb, Rights rights, String grant) {
    return new SchemaRefusedException(
        "role %s may not %s schema %s: %s TO %s"
            .formatted(rights.role(), verb, schema.quoted(), grant, rights.role()));
  }

  private Rights rights() {
    return ask(QUESTION, Rights::of).orElseThrow();
  }

  private <T> Optional<T> ask(String sql, Answer<T> answer) {
    try (Connection connection = database.getConnection();
        PreparedStatement question = connection.prepareStatement(sql)) {
      question.setString(1, schema.value());
      try (ResultSet row = question.executeQuery()) {
        return row.next() ? Optional.of(answer.in(row)) : Optional.empty();
      }
    } catch (SQLException failure) {
      throw new MigrationFailedException(
          "the rights on schema " + schema.value() + " cannot be read: " + failure.getMessage(),
          failure);
    }
  }

  private interface Answer<T> {
    T in(ResultSet row) throws SQLException;
  }

  /** What one role may do. The names are quoted where SQL needs it. */
  private record Rights(
      String role,
      String databaseName,
      boolean createsSchemas,
      boolean schemaExists,
      boolean missesUsage,
      boolean createsTables,
      boolean missesHistory) {

    static Rights of(ResultSet row) throws SQLException {
      return new Rights(
          row.getString(1),
          row.getString(2),
          row.getBoolean(3),
          row.getBoolean(4),
          Boolean.FALSE.equals(row.getObject(5)),
          row.getBoolean(6),
          Boolean.FALSE.equals(row.getObject(7)));
    }
  }
}
