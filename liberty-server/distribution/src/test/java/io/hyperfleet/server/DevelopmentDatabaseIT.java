package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database that the program brings, when something goes wrong with it or with the program. */
class DevelopmentDatabaseIT {

  @TempDir Path data;

  @Test
  void oneThatDiesIsStartedAgainAndReadinessTellsBoth() throws IOException {
    try (PackagedServer server = PackagedServer.run(data, Map.of(), "serve").awaitReady()) {
      assertThat(Clusters.create(server).status()).isEqualTo(201);

      postmaster().destroyForcibly();

      Await.until("it is not ready", () -> readiness(server) == 503);
      server.awaitLine("WARN  The development database died; it is started again attempt=1");
      server.awaitLine("INFO  The development database is back");
      Await.until("it is ready again", () -> readiness(server) == 200);
      assertThat(Clusters.create(server).status()).isEqualTo(201);
      assertThat(Clusters.list(server).json().at("/total").asInt()).isEqualTo(2);
      assertThat(server.signal("TERM")).as(server::text).isZero();
    }
  }

  @Test
  void itEndsWithAProgramThatIsKilled() throws IOException {
    PackagedServer server = PackagedServer.run(data, Map.of(), "serve").awaitReady();
    Path pidFile = data.resolve("postgres/postmaster.pid");
    assertThat(pidFile).exists();

    server.kill();

    Await.until("the database takes its leave", () -> Files.notExists(pidFile));
    assertThat(Files.readString(data.resolve("postgres.log"))).contains("fast shutdown request");
  }

  @Test
  void aStopLeavesNoErrorInItsLog() throws IOException {
    try (PackagedServer server = PackagedServer.run(data, Map.of(), "serve").awaitReady()) {
      assertThat(server.signal("TERM")).as(server::text).isZero();
    }
    assertThat(Files.readString(data.resolve("postgres.log")))
        .contains("database system is shut down")
        .doesNotContain("does not exist", "ERROR:", "FATAL:");
  }

  private static int readiness(PackagedServer server) {
    return Http.get(server.health("/readyz")).status();
  }

  private ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }
}
