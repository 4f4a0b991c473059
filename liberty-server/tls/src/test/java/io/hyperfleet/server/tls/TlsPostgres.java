package io.hyperfleet.server.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL with certificates. It takes plaintext as well, so that whoever falls back to that
 * would succeed, and is found out by what the server knows of each session.
 */
public final class TlsPostgres implements AutoCloseable {

  /** Whom our programs log in as, and nobody else. */
  private static final String PROGRAM = "program";

  private static final int PATIENCE = 1_000;

  private final EmbeddedPostgres server;
  private final Path log;

  private TlsPostgres(EmbeddedPostgres server, Path log) {
    this.server = server;
    this.log = log;
  }

  /** Its settings are changed while it runs, which no option at its start would allow. */
  public static TlsPostgres start(Path directory, TestAuthority.Issued identity)
      throws IOException, SQLException {
    Path log = directory.resolve("postgres.log");
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setServerConfig("log_connections", "on")
            .start();
    TlsPostgres postgres = new TlsPostgres(server, log);
    postgres.query("CREATE ROLE " + PROGRAM + " LOGIN SUPERUSER");
    postgres.present(identity);
    postgres.set("ssl", "on");
    return postgres;
  }

  /** The environment that points a program here. */
  public Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("HYPERFLEET_DATABASE_HOST", "localhost");
    environment.put("HYPERFLEET_DATABASE_PORT", String.valueOf(server.getPort()));
    environment.put("HYPERFLEET_DATABASE_NAME", "postgres");
    environment.put("HYPERFLEET_DATABASE_USERNAME", PROGRAM);
    return environment;
  }

  /** Holds for every connection that is made from now on. */
  public void set(String parameter, String value) throws SQLException {
    // Nothing that reloads takes effect at once.
    query("ALTER SYSTEM SET " + parameter + " = '" + value + "'");
    query("SELECT pg_reload_conf()");
    for (int tries = 0; !query("SHOW " + parameter).equals(List.of(value)); tries++) {
      assertThat(tries).as(parameter + " does not become " + value).isLessThan(PATIENCE);
    }
  }

  public void present(TestAuthority.Issued identity) throws SQLException {
    query("ALTER SYSTEM SET ssl_key_file = '" + identity.key() + "'");
    set("ssl_cert_file", identity.certificate().toString());
  }

  /** One line for each session that our programs ever opened here: its database and its TLS. */
  public List<String> sessions() throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains("connection authorized: user=" + PROGRAM + " "))
        .map(line -> line.replaceFirst("^.* database=", "").replaceFirst(", cipher.*", ""))
        .toList();
  }

  /** The first column of what is asked, in a session of its own. */
  public List<String> query(String sql) throws SQLException {
    PGSimpleDataSource plain = new PGSimpleDataSource();
    plain.setURL(server.getJdbcUrl("postgres", "postgres"));
    plain.setSslMode("disable");
    try (Connection connection = plain.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> column = new ArrayList<>();
      if (statement.execute(sql)) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            column.add(rows.getString(1));
          }
        }
      }
      return column;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
