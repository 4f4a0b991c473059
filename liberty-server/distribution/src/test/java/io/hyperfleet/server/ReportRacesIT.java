package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ReportFixture;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.Http.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adapters that report at the same time. */
class ReportRacesIT {

  private static final List<AdapterName> ADAPTERS = AdapterRace.ADAPTERS;
  private static final AdapterName OF_POOLS = new AdapterName("pool");

  private static final int ROUNDS = 50;
  private static final int MANY_ROUNDS = 1_000;
  private static final int REPORTS = 3;
  private static final int LOOKS = 1_000;

  /** Of this database; to make a table longer is a short wait that belongs to no row. */
  private static final String WAITING =
      "SELECT pid FROM pg_locks JOIN pg_stat_activity USING (pid)"
          + " WHERE NOT granted AND locktype <> 'extend' AND datname = current_database()";

  @TempDir private static Path data;

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Sql SQL = new Sql(DATABASE.dataSource());
  private static PackagedServer server;

  @BeforeAll
  static void start() throws IOException {
    Files.writeString(
        data.resolve("registry.yaml"),
        """
        entities:
          - {kind: Cluster, plural: clusters, required_adapters: %s}
          - kind: NodePool
            plural: nodepools
            parent_kind: Cluster
            on_parent_delete: cascade
            required_adapters: [%s]
        """
            .formatted(ADAPTERS, OF_POOLS));
    server = run("server");
  }

  private static PackagedServer run(String folder) {
    Map<String, String> environment = new TreeMap<>(SharedServer.database(DATABASE));
    environment.put("HYPERFLEET_CONFIG", data.resolve("registry.yaml").toString());
    return PackagedServer.run(data.resolve(folder), environment, "serve").awaitReady();
  }

  /** Sessions tell of their deadlocks at their end at the latest. */
  @AfterAll
  static void stopAndFindNoDeadlock() throws SQLException {
    server.close();
    Await.until(
        "the sessions end",
        () ->
            SQL.column(
                    "SELECT pid FROM pg_stat_activity"
                        + " WHERE application_name = 'hyperfleet-api' AND datname = ?",
                    DATABASE.name())
                .isEmpty());
    assertThat(
            SQL.column("SELECT deadlocks FROM pg_stat_database WHERE datname = ?", DATABASE.name()))
        .containsExactly("0");
  }

  @Test
  void whatEveryAdapterReportedLastIsKeptAndDecides() throws Exception {
    new AdapterRace(SQL, List.of(server)).run(ROUNDS);
  }

  @Endurance
  @Test
  void whatEveryAdapterReportedLastIsKeptAndDecidesWithTwoServers() throws Exception {
    try (PackagedServer second = run("second")) {
      new AdapterRace(SQL, List.of(server, second)).run(MANY_ROUNDS);
    }
  }

  @Test
  void aNodePoolAndItsClusterWhoseLastReportsRaceLeaveNothing() throws Exception {
    Fleet fleet = new Fleet(server);
    List<JsonNode> gone = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      JsonNode cluster = fleet.cluster();
      JsonNode pool = fleet.pool(cluster);
      fleet.delete(cluster);
      ADAPTERS.subList(1, ADAPTERS.size()).forEach(it -> finish(fleet, cluster, it));

      List<Answer> answers =
          Together.all(
              List.of(
                  () -> finish(fleet, pool, OF_POOLS),
                  () -> finish(fleet, cluster, ADAPTERS.get(0))));

      assertThat(answers).extracting(Answer::status).containsOnly(201);
      fleet.assertGone(cluster, pool);
      Collections.addAll(gone, cluster, pool);
    }
    assertNoRowIsLeft(gone);
  }

  private static Answer finish(Fleet fleet, JsonNode resource, AdapterName adapter) {
    return fleet.report(
        resource,
        ReportFixture.report(
            adapter, 2, ConditionStatus.FALSE, ConditionStatus.TRUE, fleet.tick()));
  }

  private static void assertNoRowIsLeft(List<JsonNode> gone) throws SQLException {
    JsonNode there = new Fleet(server).cluster();
    List<String> rows = new ArrayList<>();
    for (String table :
        SQL.column("SELECT table_name FROM information_schema.tables WHERE table_schema = 'app'")) {
      rows.addAll(SQL.column("SELECT it::text FROM app.\"" + table + "\" it"));
    }
    assertThat(rows).anyMatch(row -> row.contains(there.at("/id").asText()));
    for (JsonNode resource : gone) {
      assertThat(rows).noneMatch(row -> row.contains(resource.at("/id").asText()));
    }
  }

  @Test
  void whoIsHeldUpOnOneClusterHoldsUpNobodyOnAnother() throws Exception {
    Fleet fleet = new Fleet(server);
    JsonNode held = fleet.cluster();
    CompletableFuture<Answer> waiting;
    try (Connection locker = DATABASE.dataSource().getConnection();
        PreparedStatement lock =
            locker.prepareStatement("SELECT 1 FROM app.resources WHERE id = ?::uuid FOR UPDATE")) {
      locker.setAutoCommit(false);
      lock.setString(1, held.at("/id").asText());
      lock.execute();
      waiting = CompletableFuture.supplyAsync(() -> reportOn(fleet, held, ADAPTERS.get(0)));
      Await.until("a report waits", () -> !SQL.column(WAITING).isEmpty());

      liveAndDie();

      assertThat(waiting).isNotDone();
      locker.rollback();
    }
    assertThat(waiting.get().status()).isEqualTo(201);
  }

  private static Answer reportOn(Fleet fleet, JsonNode resource, AdapterName adapter) {
    return fleet.report(
        resource, ReportFixture.report(adapter, 1, ConditionStatus.TRUE, fleet.tick()));
  }

  /** All that happens to a cluster with a node pool, with an answer to everything. */
  private static void liveAndDie() {
    Fleet fleet = new Fleet(server);
    JsonNode cluster = fleet.cluster();
    JsonNode pool = fleet.pool(cluster);
    for (AdapterName adapter : ADAPTERS) {
      assertThat(reportOn(fleet, cluster, adapter).status()).isEqualTo(201);
      assertThat(reportOn(fleet, pool, adapter).status()).isEqualTo(201);
    }
    assertThat(fleet.delete(cluster).status()).isEqualTo(202);
    assertThat(finish(fleet, pool, OF_POOLS).status()).isEqualTo(201);
    for (AdapterName adapter : ADAPTERS) {
      assertThat(finish(fleet, cluster, adapter).status()).isEqualTo(201);
    }
    fleet.assertGone(cluster, pool);
  }

  @Test
  void whoReportsOnDifferentClustersNeverWaits() throws InterruptedException, ExecutionException {
    List<Callable<List<String>>> clients = new ArrayList<>();
    clients.add(ReportRacesIT::lookForWaiting);
    for (int i = 0; i < ADAPTERS.size(); i++) {
      clients.add(
          () -> {
            for (int times = 0; times < REPORTS; times++) {
              liveAndDie();
            }
            return List.of();
          });
    }

    assertThat(Together.all(clients)).allMatch(List::isEmpty);
  }

  private static List<String> lookForWaiting() throws SQLException {
    List<String> waiting = new ArrayList<>();
    try (Connection connection = DATABASE.dataSource().getConnection();
        PreparedStatement look = connection.prepareStatement(WAITING)) {
      for (int i = 0; i < LOOKS; i++) {
        try (ResultSet found = look.executeQuery()) {
          while (found.next()) {
            waiting.add(found.getString(1));
          }
        }
      }
    }
    return waiting;
  }
}
