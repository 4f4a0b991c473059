package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.Starters;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.Http.Answer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small pool under more clients than it can serve. */
class PoolIT {

  private static final int CONNECTIONS = 2;
  private static final int IDLE = 1;
  private static final int CLIENTS = 64;
  private static final String OURS =
      " FROM pg_stat_activity WHERE application_name = 'hyperfleet-api' AND datname = ?";

  private static final byte[] REQUEST =
      "GET /api/hyperfleet/v1/clusters HTTP/1.1\r\nHost: localhost\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  @TempDir private static Path data;

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Sql SQL = new Sql(DATABASE.dataSource());
  private static PackagedServer server;

  @BeforeAll
  static void start() {
    Map<String, String> environment = new TreeMap<>(SharedServer.database(DATABASE));
    environment.put("HYPERFLEET_DATABASE_POOL_MAX_CONNECTIONS", String.valueOf(CONNECTIONS));
    environment.put("HYPERFLEET_DATABASE_POOL_REQUEST_TIMEOUT", "2s");
    // Shorter, so that whoever waits in vain is told from whoever had a connection for too long.
    environment.put("HYPERFLEET_DATABASE_POOL_ACQUIRE_TIMEOUT", "1s");
    environment.put("HYPERFLEET_DATABASE_POOL_MAX_IDLE_CONNECTIONS", String.valueOf(IDLE));
    environment.put("HYPERFLEET_DATABASE_POOL_CONN_MAX_IDLE_TIME", "4s");
    server = PackagedServer.run(data, environment, "serve").awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void moreClientsThanConnectionsFailAtTheDeadlineAndLeaveNothingBehind() throws Exception {
    Clusters.create(server);
    try (Connection locker = DATABASE.dataSource().getConnection();
        Statement statement = locker.createStatement()) {
      locker.setAutoCommit(false);
      statement.execute("LOCK TABLE app.resources IN ACCESS EXCLUSIVE MODE");

      List<Answer> answers = inParallel(CLIENTS, () -> Clusters.list(server));

      assertThat(answers).allSatisfy(PoolIT::assertAskedToComeAgain);
      assertThat(active()).as("statements that go on although nobody waits for them").isEmpty();
      assertThat(Http.get(server.health("/readyz")).status()).isEqualTo(200);
      locker.rollback();
    }

    assertThat(Clusters.list(server).status()).isEqualTo(200);
    assertThat(checkedOut()).isZero();
    assertThat(server.text())
        .contains("Connection pool exhausted error_type=", "\"size\":1,")
        .contains("Database deadline exceeded error_type=");
  }

  @Test
  void aClientThatHangsUpKeepsNoConnectionBusy() throws Exception {
    try (Connection locker = DATABASE.dataSource().getConnection();
        Statement statement = locker.createStatement()) {
      locker.setAutoCommit(false);
      statement.execute("LOCK TABLE app.resources IN ACCESS EXCLUSIVE MODE");
      try (Socket client = new Socket("localhost", server.apiPort())) {
        client.getOutputStream().write(REQUEST);
        Starters.await(() -> !active().isEmpty());
      }

      Starters.await(() -> active().isEmpty() && checkedOut() == 0);
      locker.rollback();
    }
    assertThat(Clusters.list(server).status()).isEqualTo(200);
  }

  private static List<String> active() throws SQLException {
    return SQL.column("SELECT pid" + OURS + " AND state = 'active'", DATABASE.name());
  }

  @Test
  void thereAreNeverMoreSessionsThanThePoolMayHold() throws SQLException {
    inParallel(CLIENTS, () -> Clusters.create(server));

    assertThat(sessions()).hasSizeBetween(1, CONNECTIONS);
  }

  @Test
  void afterTheRushNoMoreSessionsStayThanMayBeIdle() throws Exception {
    inParallel(CLIENTS, () -> Clusters.create(server));

    Starters.await(() -> sessions().size() <= IDLE);

    assertThat(Clusters.list(server).status()).isEqualTo(200);
  }

  @Test
  void sessionsThatTheDatabaseEndedWhileTheyWereIdleAreNotNoticed() throws Exception {
    inParallel(CONNECTIONS, () -> Clusters.list(server));
    String recent = " AND state_change > clock_timestamp() - interval '1.1 s'";
    Starters.await(() -> SQL.column("SELECT pid" + OURS + recent, DATABASE.name()).isEmpty());
    endSessions();

    List<Answer> answers = inParallel(CONNECTIONS, () -> Clusters.create(server));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
  }

  @Test
  void aReadIsRepeatedIfTheDatabaseHasJustEndedItsSession() throws SQLException {
    Clusters.list(server);
    endSessions();

    assertThat(Clusters.list(server).status()).isEqualTo(200);
  }

  private static void endSessions() throws SQLException {
    assertThat(SQL.column("SELECT pg_terminate_backend(pid)" + OURS, DATABASE.name()))
        .isNotEmpty()
        .containsOnly("t");
  }

  @Test
  void theStartTellsThePoolAndWhatItTakesOfTheServer() {
    assertThat(server.text())
        .contains(
            "Database engine initialized pool_size=1 max_overflow=1 pool_timeout=1 pool_recycle=300")
        .contains("Connection budget pool=2 probes=2 total=4 server_max_connections=");
  }

  /** 503 for whoever got a thread of the server when its time was over. */
  private static void assertAskedToComeAgain(Answer answer) {
    assertThat(answer.status()).isIn(500, 503);
    assertThat(answer.json().at("/code").asText())
        .isEqualTo(answer.status() == 500 ? "HYPERFLEET-INT-001" : "HYPERFLEET-SVC-001");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.body()).doesNotContain("org.postgresql", "canceling", "pool");
  }

  private static List<String> sessions() throws SQLException {
    return SQL.column("SELECT pid" + OURS, DATABASE.name());
  }

  private static double checkedOut() {
    return Http.get(server.metrics("/metrics"))
        .body()
        .lines()
        .filter(line -> line.startsWith("hyperfleet_db_pool_checked_out"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private static <T> List<T> inParallel(int times, Supplier<T> work) {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      return IntStream.range(0, times)
          .mapToObj(i -> CompletableFuture.supplyAsync(work, threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      threads.shutdown();
    }
  }
}
