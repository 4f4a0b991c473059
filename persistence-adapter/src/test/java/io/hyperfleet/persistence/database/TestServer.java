package io.hyperfleet.persistence.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The one PostgreSQL server of this JVM, found or started when the first test asks for it. */
final class TestServer {

  private static final Logger LOG = System.getLogger(TestServer.class.getName());
  private static final String URL_VARIABLE = "TEST_DATABASE_URL";

  private static TestServer shared;

  private final String url;
  private final Queue<String> created = new ConcurrentLinkedQueue<>();

  private TestServer(String url) {
    this.url = url;
  }

  static synchronized TestServer shared() {
    if (shared == null) {
      shared = start(System.getenv());
    }
    return shared;
  }

  static TestServer start(Map<String, String> environment) {
    Optional<String> url =
        Optional.ofNullable(environment.get(URL_VARIABLE)).filter(text -> !text.isBlank());
    return switch (DatabaseSource.choose(url, TestServer::dockerAnswers)) {
      case URL -> reach(url.orElseThrow());
      case CONTAINER -> startContainer(environment.getOrDefault("POSTGRES_IMAGE", "postgres:18"));
      case EMBEDDED -> startEmbedded();
    };
  }

  /**
   * Makes a database of a name that no other run uses, and that nobody may fold or forget to quote.
   *
   * @param options what follows the name
   */
  String create(String options) {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    String name = "HyperFleet-test-" + HexFormat.of().formatHex(random);
    execute("CREATE DATABASE " + quoted(name) + options);
    created.add(name);
    return name;
  }

  static String quoted(String name) {
    return '"' + name + '"';
  }

  /** Set up as in production, as far as statements depend on it. */
  PGSimpleDataSource database(String name) {
    PGSimpleDataSource database = connection();
    database.setDatabaseName(name);
    database.setStringType("unspecified");
    database.setReWriteBatchedInserts(true);
    return database;
  }

  private PGSimpleDataSource connection() {
    PGSimpleDataSource connection = new PGSimpleDataSource();
    connection.setURL(url);
    return connection;
  }

  private void execute(String sql) {
    try (Connection connection = connection().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException("the test database server refused: " + sql, failure);
    }
  }

  private static TestServer reach(String url) {
    TestServer server = new TestServer(url);
    announce(server, "the server of " + URL_VARIABLE);
    // The other servers end with this JVM and take their databases along.
    Runtime.getRuntime().addShutdownHook(new Thread(server::dropCreated));
    return server;
  }

  private void dropCreated() {
    created.forEach(name -> execute("DROP DATABASE " + quoted(name) + " WITH (FORCE)"));
  }

  private static boolean dockerAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @SuppressWarnings("resource") // Lives as long as this JVM.
  private static TestServer startContainer(String image) {
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
    // Fifty programs that start at once have more connections than the default allows.
    container.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
    container.start();
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
    String credentials =
        "&user=" + container.getUsername() + "&password=" + container.getPassword();
    return announce(
        new TestServer(container.getJdbcUrl() + credentials), "a container of " + image);
  }

  @SuppressWarnings("resource") // Lives as long as this JVM, and ends itself with it.
  private static TestServer startEmbedded() {
    try {
      EmbeddedPostgres embedded = EmbeddedPostgres.start();
      return announce(
          new TestServer(embedded.getJdbcUrl("postgres", "postgres")), "an embedded server");
    } catch (IOException failure) {
      throw new IllegalStateException(
          "no test database: "
              + URL_VARIABLE
              + " is not set, no Docker socket answers, and the embedded server does not start",
          failure);
    }
  }

  private static TestServer announce(TestServer server, String description) {
    PGSimpleDataSource address = server.connection();
    String place = address.getServerNames()[0] + ":" + address.getPortNumbers()[0];
    try (Connection connection = address.getConnection()) {
      String version = connection.getMetaData().getDatabaseProductVersion();
      LOG.log(Level.INFO, "Tests use PostgreSQL {0}: {1} at {2}", version, description, place);
      return server;
    } catch (SQLException failure) {
      throw new IllegalStateException(
          "no test database: " + description + " at " + place + " cannot be reached", failure);
    }
  }
}
