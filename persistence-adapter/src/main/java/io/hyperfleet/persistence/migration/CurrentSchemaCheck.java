package io.hyperfleet.persistence.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.sql.DataSource;

/**
 * Sees with two questions to the database that a schema is current, which it nearly always is when
 * a server starts. Loading Flyway to find that out takes a hundred times as long. Whatever else a
 * schema may be is left to Flyway.
 */
final class CurrentSchemaCheck {

  /** Which right is missing is told by whoever looks further. */
  private static final String FORBIDDEN = "42501";

  private final DataSource database;
  private final SchemaName schema;

  CurrentSchemaCheck(DataSource database, SchemaName schema) {
    this.database = database;
    this.schema = schema;
  }

  /** The version of a schema that has all scripts of this program, unchanged, and no other. */
  Optional<String> currentVersion() {
    SortedMap<String, Integer> known = scripts();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      boolean current = hasHistory(statement) && known.equals(history(statement));
      return current ? Optional.of(known.lastKey()) : Optional.empty();
    } catch (SQLException failure) {
      if (FORBIDDEN.equals(failure.getSQLState())) {
        return Optional.empty();
      }
      throw new MigrationFailedException(
          "the history of schema " + schema.value() + " cannot be read: " + failure.getMessage(),
          failure);
    }
  }

  private boolean hasHistory(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT to_regclass('" + table() + "') IS NOT NULL")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Checksums by version. A row that failed has none, which no script matches. */
  private Map<String, Integer> history(Statement statement) throws SQLException {
    Map<String, Integer> applied = new TreeMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT version, CASE WHEN success THEN checksum END FROM "
                + table()
                + " WHERE version IS NOT NULL")) {
      while (rows.next()) {
        applied.put(rows.getString(1), (Integer) rows.getObject(2));
      }
    }
    return applied;
  }

  private String table() {
    return schema.quoted() + ".flyway_schema_history";
  }

  /** Read anew each time, since a program looks once. */
  static SortedMap<String, Integer> scripts() {
    SortedMap<String, Integer> checksums = new TreeMap<>();
    for (String name : PackagedScripts.names()) {
      checksums.put(name.substring(1, name.indexOf("__")), checksum(name));
    }
    return checksums;
  }

  /** As Flyway has it: of all lines, without what ends them. */
  private static int checksum(String script) {
    CRC32 sum = new CRC32();
    try (BufferedReader lines = PackagedScripts.open(script)) {
      lines.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("the scripts of this program cannot be read", e);
    }
    return (int) sum.getValue();
  }
}
