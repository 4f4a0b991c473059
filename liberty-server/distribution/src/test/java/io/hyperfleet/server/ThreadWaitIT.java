package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.Http.Answer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More requests than the server has threads for, none of which can be done. */
class ThreadWaitIT {

  private static final int CLIENTS = 120;

  @TempDir Path data;

  @Test
  void whoeverHadNoTimeLeftWhenItGotAThreadIsSentAwayAtOnce() throws Exception {
    TestDatabase database = TestDatabase.fresh();
    Map<String, String> environment = SharedServer.database(database);
    environment.put("HYPERFLEET_DATABASE_POOL_REQUEST_TIMEOUT", "2s");
    environment.put("HYPERFLEET_DATABASE_POOL_MAX_CONNECTIONS", "2");
    environment.put("HYPERFLEET_DATABASE_POOL_MAX_IDLE_CONNECTIONS", "2");
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try (PackagedServer server = PackagedServer.run(data, environment, "serve").awaitReady();
        Connection locker = database.dataSource().getConnection()) {
      locker.setAutoCommit(false);
      try (Statement statement = locker.createStatement()) {
        statement.execute("LOCK TABLE app.resources IN ACCESS EXCLUSIVE MODE");
      }
      List<Answer> answers = answers(server, clients);
      locker.rollback();

      assertThat(answers).extracting(Answer::status).contains(503).containsOnly(500, 503);
      assertThat(answers)
          .filteredOn(answer -> answer.status() == 503)
          .allSatisfy(
              answer -> {
                assertThat(answer.header("Retry-After")).isEqualTo("1");
                assertThat(answer.json().at("/code").asText()).isEqualTo("HYPERFLEET-SVC-001");
              });
      Await.until("it answers again", () -> Clusters.list(server).status() == 200);
    } finally {
      clients.shutdown();
    }
  }

  private static List<Answer> answers(PackagedServer server, ExecutorService clients) {
    List<CompletableFuture<Answer>> asked =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> Clusters.list(server), clients))
            .limit(CLIENTS)
            .toList();
    return asked.stream().map(CompletableFuture::join).toList();
  }
}
