package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.PgBouncer;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.Http.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a real pooler that gives each transaction another session of PostgreSQL. */
class PoolerIT {

  private static final int WRITERS = 16;
  private static final int SOME = 400;
  private static final int LISTS = 50;

  @TempDir private static Path data;

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static PgBouncer pooler;
  private static PackagedServer server;

  @BeforeAll
  static void start() throws Exception {
    pooler = PgBouncer.before(DATABASE, data, PoolerIT.class);
    Map<String, String> environment = new TreeMap<>(SharedServer.database(DATABASE));
    environment.put("HYPERFLEET_DATABASE_HOST", "127.0.0.1");
    environment.put("HYPERFLEET_DATABASE_PORT", String.valueOf(pooler.port()));
    environment.put("HYPERFLEET_DATABASE_POOLER_MODE", "transaction");
    environment.put("HYPERFLEET_DATABASE_POOL_REQUEST_TIMEOUT", "2s");
    environment.putAll(PackagedServer.PATIENT_WARM_UP);
    server = PackagedServer.run(data.resolve("server"), environment, "serve").awaitReady();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
      pooler.close();
    }
  }

  @Test
  void theServerWarmsUpHereToo() {
    assertThat(server.text()).contains("Warmed up requests=");
  }

  @Test
  void manyClientsReadAndWriteAndNoneIsRefused() {
    try (Writers writers = Writers.on(server, WRITERS)) {
      for (int i = 0; i < LISTS; i++) {
        assertThat(Clusters.list(server).status()).isEqualTo(200);
      }
      writers.awaitMore(SOME);
      writers.stop();

      assertThat(writers.statuses()).containsOnly(201);
      assertThat(writers.broken()).isEmpty();
      assertThat(writers.lost(server)).isEmpty();
    }
    assertThat(server.text()).doesNotContain("prepared statement");
  }

  @Test
  void aNameThatIsTakenIsAConflictHereToo() {
    String body = "{\"kind\":\"Cluster\",\"name\":\"" + Names.next() + "\",\"spec\":{}}";
    assertThat(Http.post(server.api(Clusters.PATH), body).status()).isEqualTo(201);

    assertThat(Http.post(server.api(Clusters.PATH), body).status()).isEqualTo(409);
  }

  @Test
  void theDeadlineCancelsTheStatementInPostgresql() throws Exception {
    Clusters.create(server);
    try (Connection locker = DATABASE.dataSource().getConnection();
        Statement statement = locker.createStatement()) {
      locker.setAutoCommit(false);
      statement.execute("LOCK TABLE app.resources IN ACCESS EXCLUSIVE MODE");

      Answer answer = Clusters.list(server);

      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.header("Retry-After")).isEqualTo("1");
      assertThat(
              new Sql(DATABASE.dataSource())
                  .column(
                      "SELECT pid FROM pg_stat_activity"
                          + " WHERE wait_event_type = 'Lock' AND datname = ?",
                      DATABASE.name()))
          .isEmpty();
      locker.rollback();
    }
    assertThat(Clusters.list(server).status()).isEqualTo(200);
  }

  @Test
  void nothingIsLeftBehindInTheSessionsOfThePooler() throws Exception {
    Clusters.create(server);

    try (Connection session = pooler.migrationSource().getConnection();
        Statement statement = session.createStatement();
        var setting = statement.executeQuery("SHOW statement_timeout")) {
      setting.next();
      assertThat(setting.getString(1)).isEqualTo("0");
    }
  }
}
