package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.PgBouncer;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program plays a fleet against the packaged program. */
class SimulateIT {

  private static final String GOOD = "Everything was reconciled, and everything is gone.";

  @TempDir private static Path data;

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static PackagedServer server;

  @BeforeAll
  static void start() {
    server =
        PackagedServer.run(data.resolve("server"), SharedServer.database(DATABASE), "serve")
            .awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aFleetIsReconciledChangedReplacedAndLeavesNothing() throws SQLException {
    PackagedServer simulation =
        simulate("--clusters=3", "--node-pools=1", "--adapters=5", "--duration=3s", "--rate=0");

    assertThat(simulation.awaitExit()).as(simulation::text).isZero();
    assertThat(simulation.lines())
        .anyMatch(line -> line.matches("POST /clusters +201: \\d+ .* ms .*"))
        .anyMatch(line -> line.matches("PUT /clusters/\\{id}/nodepools/\\{id}/statuses +201: .*"))
        .anyMatch(line -> line.matches("Cluster, change to reconciled +[1-9].*"))
        .anyMatch(line -> line.matches("NodePool, delete to gone +[1-9].*"))
        .contains("Did not get there: none", "Answers that do not fit: none")
        .endsWith(GOOD);
    assertThat(leftBy(simulation)).isEmpty();
  }

  @Test
  void theFirstSignalDeletesWhatWasCreated() throws SQLException {
    PackagedServer simulation = simulate("--clusters=2", "--duration=1h");
    simulation.awaitLine(" change ");

    assertThat(simulation.signal("INT")).as(simulation::text).isZero();
    assertThat(simulation.lines())
        .contains("SIGINT: deleting what was created; once more ends at once")
        .endsWith(GOOD);
    assertThat(leftBy(simulation)).isEmpty();
  }

  @Test
  void theSecondSignalEndsAtOnce() throws SQLException {
    PackagedServer simulation =
        simulate("--clusters=2", "--duration=1h", "--poll=1h", "--patience=1h");
    simulation.awaitLine(" change ");

    simulation.send("INT");
    simulation.awaitLine("once more ends at once");

    assertThat(simulation.signal("INT")).isEqualTo(128 + 2);
    assertThat(leftBy(simulation)).isNotEmpty();
  }

  @Test
  void whereNobodyListensOneLineSaysSo() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    String url = "http://localhost:" + port;

    PackagedServer simulation =
        PackagedServer.run(data.resolve("simulate"), Map.of(), "simulate", "--url=" + url);

    assertThat(simulation.awaitExit()).isEqualTo(1);
    assertThat(simulation.lines())
        .singleElement()
        .asString()
        .startsWith("hyperfleet-api: nothing answers at " + url + " (ConnectException")
        .endsWith("; start it with: hyperfleet-api serve");
  }

  @Test
  void whoeverIsNotTheApiIsNamed() {
    PackagedServer simulation =
        PackagedServer.run(
            data.resolve("simulate"), Map.of(), "simulate", "--url=" + server.health("/"));

    assertThat(simulation.awaitExit()).isEqualTo(1);
    assertThat(simulation.lines())
        .singleElement()
        .asString()
        .contains("does not answer as the API does: 404");
  }

  @Test
  @Endurance
  void fiveHundredClustersConvergeAndGoBehindAPooler() throws Exception {
    Map<String, String> environment = SharedServer.database(DATABASE);
    try (PgBouncer pooler = PgBouncer.before(DATABASE, data, SimulateIT.class)) {
      environment.putAll(SharedServer.behind(pooler));
      try (PackagedServer pooled =
          PackagedServer.run(data.resolve("pooled"), environment, "serve").awaitReady()) {
        PackagedServer simulation =
            simulate(
                pooled,
                "--clusters=500",
                "--node-pools=2",
                "--adapters=4",
                "--rate=0",
                "--duration=10s");
        simulation.awaitLine(" settle ");
        simulation.awaitLine(" delete ");

        assertThat(simulation.awaitExit()).as(simulation::text).isZero();
        assertThat(simulation.lines()).endsWith(GOOD);
        assertThat(leftBy(simulation)).isEmpty();
      }
    }
  }

  private static PackagedServer simulate(String... flags) {
    return simulate(server, flags);
  }

  private static PackagedServer simulate(PackagedServer played, String... flags) {
    List<String> arguments = new ArrayList<>(List.of("simulate", "--url=" + played.api("")));
    arguments.addAll(Arrays.asList(flags));
    return PackagedServer.run(data.resolve("simulate"), Map.of(), arguments.toArray(String[]::new));
  }

  /** Names of what a simulation left; whatever belongs to a resource goes with it. */
  private static List<String> leftBy(PackagedServer simulation) throws SQLException {
    String prefix =
        simulation.lines().get(0).replaceFirst(".*all names begin with (sim-\\w{5}-)$", "$1");
    return new Sql(DATABASE.dataSource())
        .column("SELECT name FROM app.resources WHERE name LIKE ?", prefix + "%");
  }
}
