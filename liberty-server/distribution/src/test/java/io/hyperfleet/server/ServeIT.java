package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.Http.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Starting and stopping, as whoever runs the program sees it. */
@Execution(ExecutionMode.CONCURRENT)
class ServeIT {

  private static final String CLUSTERS = "/api/hyperfleet/v1/clusters";

  @TempDir Path data;

  @Test
  void itTellsWhereItListensAndStaysSmall() throws IOException {
    // With the options of production, which decide how much it takes.
    Map<String, String> asItShips = Map.of("HYPERFLEET_JAVA_OPTS", "");
    try (PackagedServer server = serve(asItShips).awaitReady()) {
      assertThat(server.text())
          .contains(server.api(""), server.health(""), server.metrics("/metrics"));
      assertThat(server.residentMemory()).isLessThan(350);
    }
  }

  @Test
  void aDatabaseThatStaysAwayIsTriedAgainAndThenEndsTheProcess() throws IOException {
    PackagedServer server =
        PackagedServer.run(
            data,
            Map.of(
                "HYPERFLEET_DATABASE_PORT", String.valueOf(closedPort()),
                "HYPERFLEET_DATABASE_POOL_CONN_RETRY_ATTEMPTS", "2",
                "HYPERFLEET_DATABASE_POOL_CONN_RETRY_INTERVAL", "200ms"),
            "serve");

    assertThat(server.awaitExit()).isEqualTo(1);
    assertThat(server.text())
        .contains("Database connection failed, retrying... retry=1 max_retries=2")
        .contains("Database connection failed, retrying... retry=2 max_retries=2")
        .containsOnlyOnce("hyperfleet-api: the database does not answer, after 2 retries: ")
        .doesNotContain("\tat ", "Exception in thread");
  }

  @Test
  void whileTheDatabaseIsAwayItIsAliveAndNotReady() throws IOException {
    Map<String, String> nowhere =
        Map.of(
            "HYPERFLEET_DATABASE_PORT",
            String.valueOf(closedPort()),
            "HYPERFLEET_DATABASE_POOL_CONN_RETRY_ATTEMPTS",
            "1000");
    try (PackagedServer server = PackagedServer.run(data, nowhere, "serve").awaitListening()) {
      Answer ready = Http.get(server.health("/readyz"));
      Answer list = Http.get(server.api(CLUSTERS));

      assertThat(Http.get(server.health("/healthz")).status()).isEqualTo(200);
      assertThat(Http.get(server.health("/health/live")).status()).isEqualTo(200);
      assertThat(Http.get(server.health("/health/ready")).status()).isEqualTo(503);
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.body())
          .isEqualTo("{\"status\":\"not_ready\",\"reason\":\"Application is not ready\"}\n");
      assertThat(list.status()).isEqualTo(503);
      assertThat(list.json().at("/code").asText()).isEqualTo("HYPERFLEET-SVC-001");
      assertThat(server.signal("TERM")).as(server::text).isZero();
    }
  }

  @Test
  void aSchemaOfSomebodyElseEndsTheProcessAndIsLeftAlone() throws SQLException {
    TestDatabase database = TestDatabase.fresh();
    try (Connection other = database.dataSource().getConnection()) {
      other.createStatement().execute("CREATE SCHEMA app CREATE TABLE notes (text varchar(9))");

      PackagedServer server = PackagedServer.run(data, SharedServer.database(database), "serve");

      assertThat(server.awaitExit()).isEqualTo(1);
      assertThat(server.lines())
          .filteredOn(line -> line.matches("hyperfleet-api: (?!warning: ).*"))
          .singleElement()
          .asString()
          .contains("app");
      other.createStatement().execute("SELECT text FROM app.notes");
    }
  }

  @Test
  void whoMigratesForTooLongIsNamed() throws SQLException {
    TestDatabase database = TestDatabase.fresh();
    try (Connection holder = database.dataSource().getConnection()) {
      holder.setAutoCommit(false);
      holder
          .createStatement()
          .execute("SELECT pg_advisory_xact_lock(457026696, -1494325336), 'the original'");
      Map<String, String> environment = SharedServer.database(database);
      environment.put("HYPERFLEET_DATABASE_POOL_ADVISORY_LOCK_TIMEOUT", "1s");

      PackagedServer server = PackagedServer.run(data, environment, "serve");

      assertThat(server.awaitExit()).isEqualTo(1);
      assertThat(server.lines())
          .filteredOn(line -> line.matches("hyperfleet-api: (?!warning: ).*"))
          .singleElement()
          .asString()
          .contains("waited 1000 ms for the migration lock", "'the original'");
      assertNoStackTrace(server);
    }
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      PackagedServer server = serve(Map.of("HYPERFLEET_HEALTH_PORT", port));

      assertThat(server.awaitExit()).isEqualTo(1);
      assertThat(server.lines())
          .anyMatch(line -> line.contains(port) && line.contains("health.port"));
      assertNoStackTrace(server);
    }
  }

  @Test
  void aConfigurationThatCannotBeReadIsNamed() {
    PackagedServer server = serve(Map.of("HYPERFLEET_CONFIG", data.resolve("none").toString()));

    assertThat(server.awaitExit()).isEqualTo(1);
    assertThat(server.lines()).singleElement().asString().contains(data.resolve("none").toString());
  }

  @Test
  void anUnknownKeyIsNamed() throws IOException {
    Path config = Files.writeString(data.resolve("config.yaml"), "server:\n  prot: 8000\n");

    PackagedServer server = serve(Map.of("HYPERFLEET_CONFIG", config.toString()));

    assertThat(server.awaitExit()).isEqualTo(1);
    assertThat(server.text()).contains("server.prot").contains("server.port");
    assertNoStackTrace(server);
  }

  @Test
  void aProvidersSchemaDecidesWhatASpecMayHold() throws IOException {
    Path schemas = data.resolve("openapi.yaml");
    Files.writeString(
        schemas,
        """
        openapi: 3.0.0
        info: {title: provider, version: "1"}
        paths: {}
        components:
          schemas:
            ClusterSpec: {type: object, required: [region]}
            NodePoolSpec: {type: object}
        """);
    String path = schemas.toString();
    try (PackagedServer server =
        serve(Map.of("HYPERFLEET_SERVER_OPENAPI_SCHEMA_PATH", path)).awaitReady()) {
      Answer refused =
          Http.post(server.api(CLUSTERS), "{\"kind\":\"Cluster\",\"name\":\"abc\",\"spec\":{}}");

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().at("/detail").asText()).isEqualTo("Invalid ClusterSpec");
      assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("spec.region");
    }
  }

  @Test
  void aSchemaFileThatIsNoneIsNamed() throws IOException {
    Path schemas = Files.writeString(data.resolve("openapi.yaml"), "swagger: '2.0'\n");

    PackagedServer server =
        serve(Map.of("HYPERFLEET_SERVER_OPENAPI_SCHEMA_PATH", schemas.toString()));

    assertThat(server.awaitExit()).isEqualTo(1);
    assertThat(server.lines())
        .anyMatch(line -> line.startsWith("hyperfleet-api: ") && line.contains(schemas.toString()));
    assertNoStackTrace(server);
  }

  @Test
  void anUnknownFlagIsAMistakeInUse() {
    PackagedServer server = PackagedServer.run(data, Map.of(), "serve", "--prot", "1");

    assertThat(server.awaitExit()).isEqualTo(2);
    assertThat(server.lines()).singleElement().asString().contains("--prot");
  }

  @Test
  void versionNamesTheBuild() {
    PackagedServer server = PackagedServer.run(data, Map.of(), "version");

    assertThat(server.awaitExit()).isZero();
    assertThat(Stream.of("Version", "Commit", "Build Date"))
        .allMatch(label -> server.lines().stream().anyMatch(line -> line.startsWith(label)));
  }

  @Test
  void helpNamesTheCommandsAndFlags() {
    PackagedServer help = PackagedServer.run(data, Map.of(), "help");
    PackagedServer serveHelp = PackagedServer.run(data, Map.of(), "serve", "--help");

    assertThat(help.awaitExit()).isZero();
    assertThat(serveHelp.awaitExit()).isZero();
    assertThat(help.text()).contains("serve", "version");
    assertThat(serveHelp.text()).contains("--server-port", "--db-host", "HYPERFLEET_SERVER_PORT");
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws IOException {
    Path java = Files.createDirectories(data.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();

    PackagedServer server = serve(Map.of("JAVA_HOME", data.resolve("jdk").toString()));

    assertThat(server.awaitExit()).isEqualTo(1);
    assertThat(server.lines()).singleElement().asString().contains("17").contains("11");
  }

  private PackagedServer serve(Map<String, String> more) {
    Map<String, String> environment = new TreeMap<>(SharedServer.database(TestDatabase.fresh()));
    environment.putAll(more);
    return PackagedServer.run(data, environment, "serve");
  }

  private static void assertNoStackTrace(PackagedServer server) {
    assertThat(server.text()).doesNotContain("\tat ", "Exception in thread");
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
