package io.hyperfleet.bench.started;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL that all is measured on, in a schema of its own that nobody else uses. */
public final class Postgres implements AutoCloseable {

  public static final String SCHEMA = "hyperfleet_bench";

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PGSimpleDataSource address;
  private final Optional<EmbeddedPostgres> ours;

  private Postgres(PGSimpleDataSource address, Optional<EmbeddedPostgres> ours) {
    this.address = address;
    this.ours = ours;
    address.setCurrentSchema(SCHEMA);
  }

  /**
   * One that runs already, without the schema.
   *
   * @param url of JDBC
   * @param password null to take what the URL says
   */
  public static Postgres at(String url, String password) {
    PGSimpleDataSource address = new PGSimpleDataSource();
    try {
      address.setURL(url);
    } catch (IllegalArgumentException e) {
      throw new BenchException("not a URL of a PostgreSQL: " + url.replaceAll("\\?.*", ""), e);
    }
    if (password != null) {
      address.setPassword(password);
    }
    if (address.getDatabaseName() == null || address.getUser() == null) {
      throw new BenchException("the URL of the PostgreSQL names no database or no user");
    }
    Postgres given = new Postgres(address, Optional.empty());
    // An earlier run may have left it, if it was killed.
    given.dropSchema();
    return given;
  }

  /** As durable as in production: the library is made for tests and would trade that for speed. */
  public static Postgres start(Path folder) {
    try {
      EmbeddedPostgres embedded =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder.resolve("postgres"))
              .setOverrideWorkingDirectory(folder.resolve("postgres-program").toFile())
              .setOutputRedirector(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("postgres.log").toFile()))
              .setRegisterShutdownHook(false)
              .setPGStartupWait(PATIENCE)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("listen_addresses", "localhost")
              .setServerConfig("unix_socket_directories", "")
              .start();
      PGSimpleDataSource address = new PGSimpleDataSource();
      address.setURL(embedded.getJdbcUrl("postgres", "postgres"));
      return new Postgres(address, Optional.of(embedded));
    } catch (IOException e) {
      throw new BenchException("PostgreSQL does not start: " + e.getMessage(), e);
    }
  }

  public PGSimpleDataSource dataSource() {
    return address;
  }

  public String version() {
    return ask("SHOW server_version", Function.identity());
  }

  /** All its processes, or nothing if they run elsewhere, be it in a container. */
  public Optional<ProcessTree> processes() {
    return Optional.of(ask("SELECT pg_backend_pid()", Postgres::postmaster))
        .filter(parent -> HERE.contains(address.getServerNames()[0]))
        .filter(parent -> ProcessTree.name(ProcessTree.stat(parent)).equals("postgres"))
        .map(ProcessTree::new);
  }

  /** For programs of PostgreSQL itself. */
  public Map<String, String> toolEnvironment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PGHOST", address.getServerNames()[0]);
    environment.put("PGPORT", String.valueOf(address.getPortNumbers()[0]));
    environment.put("PGDATABASE", address.getDatabaseName());
    environment.put("PGUSER", address.getUser());
    environment.put("PGOPTIONS", "-c search_path=" + SCHEMA);
    if (address.getPassword() != null) {
      environment.put("PGPASSWORD", address.getPassword());
    }
    return environment;
  }

  /** For the server that is measured. */
  Map<String, String> serverEnvironment() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("HYPERFLEET_DATABASE_HOST", address.getServerNames()[0]);
    environment.put("HYPERFLEET_DATABASE_PORT", String.valueOf(address.getPortNumbers()[0]));
    environment.put("HYPERFLEET_DATABASE_NAME", address.getDatabaseName());
    environment.put("HYPERFLEET_DATABASE_USERNAME", address.getUser());
    environment.put("HYPERFLEET_DATABASE_SCHEMA", SCHEMA);
    if (address.getPassword() != null) {
      environment.put("HYPERFLEET_DATABASE_PASSWORD", address.getPassword());
    }
    return environment;
  }

  public void execute(String... statements) {
    try (Connection connection = address.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new BenchException("PostgreSQL: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    if (ours.isPresent()) {
      ours.get().close();
    } else {
      dropSchema();
    }
  }

  /** The parent of a session, which must still be open; 0 if there is no such process here. */
  private static long postmaster(String session) {
    String stat = ProcessTree.stat(Long.parseLong(session));
    return ProcessTree.name(stat).equals("postgres") ? ProcessTree.parent(stat) : 0;
  }

  /** Reads the answer while the session lasts. */
  private <T> T ask(String query, Function<String, T> reading) {
    try (Connection connection = address.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return reading.apply(rows.getString(1));
    } catch (SQLException e) {
      throw new BenchException("PostgreSQL: " + e.getMessage(), e);
    }
  }

  private void dropSchema() {
    execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
  }
}
