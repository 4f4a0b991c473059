package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.Http.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the process, as clients and probes see it. */
class ShutdownIT {

  private static final int WRITERS = 16;
  private static final int SOME = 300;
  private static final String BLOCKED =
      "SELECT 1 FROM pg_stat_activity"
          + " WHERE application_name = 'hyperfleet-api' AND wait_event_type = 'Lock' AND datname = ?";

  @TempDir Path data;

  private final TestDatabase database = TestDatabase.fresh();
  private final Sql sql = new Sql(database.dataSource());

  @Test
  @Endurance
  void aStopUnderWritesOnLoadedCoresBreaksNoRequestAndLosesNothing() {
    PackagedServer stopped = serve(Map.of());
    Writers writers = Writers.untilTurnedAway(stopped, WRITERS);
    writers.awaitMore(SOME);

    int exitCode;
    try (BusyCores others = BusyCores.twiceAsManyAsThereAre()) {
      exitCode = stopped.signal("TERM");
      writers.stop();
      assertThat(others.areBusy()).isTrue();
    }

    assertThat(exitCode).as(stopped::text).isZero();
    assertThat(stopped.lines()).last().asString().endsWith("Graceful shutdown completed");
    assertThat(writers.broken()).isEmpty();
    assertThat(writers.statuses()).containsExactlyInAnyOrder(201, 503);
    try (PackagedServer next = serve(Map.of())) {
      assertThat(writers.lost(next)).isEmpty();
    }
  }

  @Test
  void whileRequestsFinishProbesAnswerAndNewRequestsAreSentAway() throws Exception {
    PackagedServer server = serve(Map.of());
    try (Connection locker = locked()) {
      CompletableFuture<Answer> underWay =
          CompletableFuture.supplyAsync(() -> Clusters.list(server));
      awaitBlockedStatement();
      server.send("TERM");
      server.awaitLine("SIGTERM: stopping");

      Answer readiness = awaitStatus(server, 503);
      Answer late = Clusters.list(server);

      assertThat(readiness.body())
          .isEqualTo(
              "{\"status\":\"shutting_down\",\"reason\":\"Application is shutting down\"}\n");
      assertThat(Http.get(server.health("/healthz")).status()).isEqualTo(200);
      assertThat(Http.get(server.health("/health/ready")).status()).isEqualTo(503);
      assertThat(Http.get(server.health("/health/live")).status()).isEqualTo(200);
      assertThat(late.status()).isEqualTo(503);
      assertThat(late.header("Connection")).isEqualToIgnoringCase("close");
      assertThat(late.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(late.json().at("/code").asText()).isEqualTo("HYPERFLEET-SVC-001");
      locker.rollback();
      assertThat(underWay.get().status()).isEqualTo(200);
    }
    assertThat(server.awaitExit()).as(server::text).isZero();
    assertThat(server.text()).contains("Shutdown step=requests duration_ms=", "step=server");
  }

  @Test
  @Endurance
  void aRequestThatTakesTooLongIsCutAndTheExitCodeTellsIt() throws Exception {
    PackagedServer server = serve(Map.of("HYPERFLEET_HEALTH_SHUTDOWN_TIMEOUT", "1s"));
    try (Connection locker = locked()) {
      CompletableFuture<Answer> underWay =
          CompletableFuture.supplyAsync(() -> Clusters.list(server));
      awaitBlockedStatement();

      assertThat(server.signal("TERM")).as(server::text).isEqualTo(1);

      assertThat(underWay).failsWithin(Duration.ofSeconds(10));
      assertThat(server.text())
          .contains(
              "1 requests did not finish within 1 s and were cut: GET /api/hyperfleet/v1/clusters=1")
          .doesNotContain("Graceful shutdown completed");
      locker.rollback();
    }
  }

  private PackagedServer serve(Map<String, String> more) {
    Map<String, String> environment = new TreeMap<>(SharedServer.database(database));
    environment.putAll(more);
    return PackagedServer.run(data, environment, "serve").awaitReady();
  }

  private Connection locked() throws SQLException {
    Connection locker = database.dataSource().getConnection();
    locker.setAutoCommit(false);
    try (Statement statement = locker.createStatement()) {
      statement.execute("LOCK TABLE app.resources IN ACCESS EXCLUSIVE MODE");
    }
    return locker;
  }

  private void awaitBlockedStatement() {
    Await.until("a statement waits", () -> !sql.column(BLOCKED, database.name()).isEmpty());
  }

  private static Answer awaitStatus(PackagedServer server, int status) {
    AtomicReference<Answer> answer = new AtomicReference<>();
    Await.until(
        "readiness answers " + status,
        () -> {
          answer.set(Http.get(server.health("/readyz")));
          return answer.get().status() == status;
        });
    return answer.get();
  }
}
