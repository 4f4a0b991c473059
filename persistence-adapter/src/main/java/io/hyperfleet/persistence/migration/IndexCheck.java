package io.hyperfleet.persistence.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Finds indexes that a failed concurrent build left behind. PostgreSQL keeps them up to date but
 * does not use them, and IF NOT EXISTS takes them for the real ones.
 */
final class IndexCheck {

  /** One that is being built right now is invalid too, and rightly so. */
  private static final String INVALID =
      """
      SELECT c.relname FROM pg_index i
        JOIN pg_class c ON c.oid = i.indexrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = ? AND NOT i.indisvalid
        AND NOT EXISTS (
          SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = i.indexrelid)
      ORDER BY 1
      """;

  private final DataSource database;
  private final SchemaName schema;

  IndexCheck(DataSource database, SchemaName schema) {
    this.database = database;
    this.schema = schema;
  }

  List<String> invalidIndexes() {
    try (Connection connection = database.getConnection();
        PreparedStatement question = connection.prepareStatement(INVALID)) {
      question.setString(1, schema.value());
      try (ResultSet rows = question.executeQuery()) {
        List<String> names = new ArrayList<>();
        while (rows.next()) {
          names.add(schema.value() + "." + rows.getString(1));
        }
        return names;
      }
    } catch (SQLException failure) {
      throw new SchemaRefusedException(
          "the indexes of the schema cannot be checked: " + failure.getMessage(), failure);
    }
  }
}
