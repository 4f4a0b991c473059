package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The database that the program brings, and what becomes of it. */
@Execution(ExecutionMode.CONCURRENT)
class DevelopmentDatabaseIT {

  @TempDir Path data;

  @Test
  void withoutADatabaseItBringsOneAndFindsTheDataAgain() {
    JsonNode created;
    try (PackagedServer first = PackagedServer.run(data, Map.of(), "serve").awaitReady()) {
      created =
          Http.post(
                  first.api(Clusters.PATH),
                  "{\"kind\":\"Cluster\",\"name\":\"kept\",\"spec\":{\"a\":1}}")
              .json();
      assertThat(processesOn(data)).isNotEmpty();

      assertThat(first.signal("TERM")).as(first::text).isZero();
      assertThat(processesOn(data)).isEmpty();
      assertThat(first.text())
          .contains("authentication is off", "callers are not authenticated")
          .doesNotContain("retrying");
    }
    try (PackagedServer second = PackagedServer.run(data, Map.of(), "serve").awaitReady()) {
      assertThat(Http.get(second.api(created.at("/href").asText())).json()).isEqualTo(created);
      assertThat(second.signal("INT")).as(second::text).isZero();
    }
  }

  @Test
  void aDatabaseOfItsOwnThatDoesNotStartEndsTheProcess() throws IOException {
    Path cluster = Files.createDirectories(data.resolve("postgres"));
    Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
    Files.writeString(cluster.resolve("postgresql.conf"), "no_such_setting = 1\n");

    PackagedServer server = PackagedServer.run(data, Map.of(), "serve");

    assertThat(server.awaitExit()).isEqualTo(1);
    assertThat(server.lines())
        .filteredOn(line -> line.startsWith("hyperfleet-api: the development database did not"))
        .singleElement()
        .asString()
        .contains("postgresql.conf", data.resolve("postgres.log").toString());
    assertThat(processesOn(data)).isEmpty();
    assertThat(server.text()).doesNotContain("\tat ", "Exception in thread");
  }

  @Test
  void aStopInTheMiddleOfAStartStopsTheDatabaseToo() {
    PackagedServer server = PackagedServer.run(data, Map.of(), "serve");
    server.awaitLine("No database is configured");

    assertThat(server.signal("TERM")).as(server::text).isZero();

    assertThat(server.text()).contains("Shutdown step=development-database");
    assertThat(processesOn(data)).isEmpty();
  }

  @Test
  void whoInsistsInTheMiddleOfAStartLeavesNothingRunningEither() {
    PackagedServer server = PackagedServer.run(data, Map.of(), "serve");
    server.awaitLine("No database is configured");
    server.send("TERM");
    server.awaitLine("SIGTERM: stopping");

    assertThat(server.signal("TERM")).as(server::text).isEqualTo(143);

    Await.until(
        () -> processesOn(data).map(ProcessHandle::info).toList() + " are left",
        () -> processesOn(data).findAny().isEmpty());
  }

  @Test
  void aServerThatWasKilledWithItsOwnDatabaseStartsAgain() {
    PackagedServer killed = PackagedServer.run(data, Map.of(), "serve").awaitReady();
    JsonNode created =
        Http.post(killed.api(Clusters.PATH), "{\"kind\":\"Cluster\",\"name\":\"kept\",\"spec\":{}}")
            .json();
    killed.kill();

    try (PackagedServer next = PackagedServer.run(data, Map.of(), "serve").awaitReady()) {
      assertThat(Http.get(next.api(created.at("/href").asText())).status()).isEqualTo(200);
    }
  }

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

  /** PostgreSQL runs in a session of its own and is told from others by its data. */
  private static Stream<ProcessHandle> processesOn(Path data) {
    return ProcessHandle.allProcesses()
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains(data.toString()))
                    .isPresent());
  }

  private static int readiness(PackagedServer server) {
    return Http.get(server.health("/readyz")).status();
  }

  private ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }
}
