package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.Http.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away, or hangs, under a service that writes; and that comes back. */
@Endurance
class OutageIT {

  private static final int WRITERS = 8;
  private static final int SOME = 50;

  @TempDir Path data;

  private static final Duration FREEZE = Duration.ofSeconds(20);

  private OwnPostgres postgres;
  private TcpProxy network;
  private PackagedServer server;

  @BeforeEach
  void start() {
    postgres = OwnPostgres.start(data.resolve("postgres"));
    network = TcpProxy.to(postgres.port());
    Map<String, String> environment = postgres.environment(network.port());
    environment.put("HYPERFLEET_DATABASE_POOL_REQUEST_TIMEOUT", "2s");
    server = PackagedServer.run(data.resolve("server"), environment, "serve").awaitReady();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    network.close();
    postgres.close();
  }

  @Test
  void aRestartOfTheDatabaseCostsNoAcknowledgedWriteAndNoRestartOfTheService() throws Exception {
    try (Writers writers = Writers.on(server, WRITERS)) {
      writers.awaitMore(SOME);
      postgres.stop();
      Answer meanwhile = Clusters.list(server);
      postgres.startAgain();
      writers.awaitMore(SOME);
      writers.stop();

      assertThat(meanwhile.status()).isEqualTo(503);
      assertThat(meanwhile.json().at("/code").asText()).isEqualTo("HYPERFLEET-SVC-001");
      assertOnlyHonestAnswers(writers);
    }
  }

  @Test
  void aFrozenDatabaseCostsNoAcknowledgedWriteAndNoRestartOfTheService() {
    try (Writers writers = Writers.on(server, WRITERS)) {
      writers.awaitMore(SOME);
      postgres.freeze();
      List<Integer> meanwhile = answersDuring(FREEZE);
      Answer readiness = Http.get(server.health("/readyz"));
      Answer liveness = Http.get(server.health("/healthz"));
      postgres.thaw();
      writers.awaitMore(SOME);
      writers.stop();

      assertThat(meanwhile).hasSizeGreaterThan(2).isSubsetOf(500, 503);
      assertThat(readiness.status()).isEqualTo(503);
      assertThat(readiness.json().at("/reason").asText()).isEqualTo("database ping timeout");
      assertThat(liveness.status()).isEqualTo(200);
      assertOnlyHonestAnswers(writers);
    }
  }

  private List<Integer> answersDuring(Duration time) {
    List<Integer> statuses = new ArrayList<>();
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      statuses.add(Clusters.list(server).status());
      statuses.add(Clusters.create(server).status());
    }
    return statuses;
  }

  @Test
  void aNetworkThatIsCutUnderAStatementIsAnUnavailableDatabaseToAWrite() throws Exception {
    Clusters.create(server);
    try (Connection locker = postgres.dataSource().getConnection();
        Statement statement = locker.createStatement()) {
      locker.setAutoCommit(false);
      statement.execute("LOCK TABLE app.resources IN ACCESS EXCLUSIVE MODE");
      CompletableFuture<Answer> cut = CompletableFuture.supplyAsync(() -> Clusters.create(server));
      awaitBlockedStatement(statement);

      network.cut();

      assertThat(cut.get().status()).isEqualTo(503);
      assertThat(cut.get().json().at("/detail").asText())
          .isEqualTo("Database connection unavailable");
      locker.rollback();
    }
    assertThat(Clusters.create(server).status()).isEqualTo(201);
    assertThat(server.text()).contains("Database connection failed error_type=");
  }

  @Test
  void aNetworkThatIsCutUnderWritesCostsNoAcknowledgedWrite() {
    try (Writers writers = Writers.on(server, WRITERS)) {
      for (int i = 0; i < 5; i++) {
        writers.awaitMore(SOME);
        network.cut();
      }
      writers.awaitMore(SOME);
      writers.stop();

      assertOnlyHonestAnswers(writers);
    }
  }

  private void assertOnlyHonestAnswers(Writers writers) {
    assertThat(writers.statuses()).contains(201).isSubsetOf(201, 500, 503);
    assertThat(writers.broken()).isEmpty();
    assertThat(writers.lost(server)).isEmpty();
    assertThat(Http.get(server.health("/readyz")).status()).isEqualTo(200);
  }

  private static void awaitBlockedStatement(Statement statement) {
    String blocked =
        "SELECT 1 FROM pg_stat_activity"
            + " WHERE application_name = 'hyperfleet-api' AND wait_event_type = 'Lock'";
    Await.until("a statement waits for a lock", () -> statement.executeQuery(blocked).next());
  }
}
