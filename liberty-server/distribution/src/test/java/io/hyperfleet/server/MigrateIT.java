package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.persistence.database.AdvisoryLocks;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on the tables, as an operator gives them. */
@Execution(ExecutionMode.CONCURRENT)
class MigrateIT {

  private static final String TABLES =
      "SELECT count(*) FROM pg_tables WHERE schemaname = 'app' AND tablename = 'resources'";

  private final TestDatabase database = TestDatabase.fresh();
  private final Sql sql = new Sql(database.dataSource());
  @TempDir private Path data;

  @Test
  @DisplayName("OPS-103: migrate applies each script and says so; OPS-069: again, it does nothing")
  void migrateBringsTheTablesUpToDate() throws SQLException {
    PackagedServer first = run("migrate");
    assertThat(first.awaitExit()).as(first.text()).isZero();
    assertThat(first.text())
        .contains(
            "Acquired advisory lock",
            "Applied migration 202611201200 (create resources) duration_ms=",
            "Released advisory lock",
            "Migration completed successfully",
            "Schema app is at 202611221201: 7 migrations applied in");
    assertThat(sql.column(TABLES)).containsExactly("1");

    PackagedServer second = run("migrate");
    assertThat(second.awaitExit()).isZero();
    assertThat(second.text()).contains("nothing was pending").doesNotContain("advisory");
  }

  @Test
  void machinesGetOneObject() {
    JsonNode applied = json(0, "migrate");
    assertThat(applied.at("/outcome").asText()).isEqualTo("applied");
    assertThat(applied.at("/applied")).hasSize(7);
    assertThat(applied.at("/lock/tries").asInt()).isOne();

    assertThat(json(0, "migrate", "info").at("/migrations"))
        .hasSize(7)
        .allMatch(each -> each.at("/state").asText().equals("applied"))
        .allMatch(each -> !each.at("/installed_on").isNull());
    assertThat(json(0, "migrate", "validate").at("/outcome").asText()).isEqualTo("valid");
    assertThat(json(0, "migrate", "plan").at("/steps")).isEmpty();
    assertThat(json(0, "migrate", "unlock").at("/outcome").asText()).isEqualTo("free");
  }

  @Test
  void aDatabaseWithoutTablesIsLookedAtAndLeftAlone() throws Exception {
    PackagedServer info = run("migrate", "info");
    assertThat(info.awaitExit()).isZero();
    assertThat(info.text()).contains("202611221201").contains("pending").doesNotContain("applied");

    JsonNode invalid = json(1, "migrate", "validate");
    assertThat(invalid.at("/outcome").asText()).isEqualTo("refused");
    assertThat(invalid.at("/error").asText()).contains("is pending: run hyperfleet-api migrate");

    JsonNode plan = json(0, "migrate", "plan");
    assertThat(plan.at("/steps")).hasSize(7);
    assertThat(plan.at("/steps")).allMatch(step -> step.at("/result").asText().equals("runs"));

    assertThat(sql.column(TABLES)).containsExactly("0");
  }

  @Test
  @DisplayName("OPS-083: three programs at once all end well, and one of them does the work")
  void threeAtOnce() throws SQLException {
    List<PackagedServer> programs = IntStream.range(0, 3).mapToObj(i -> run("migrate")).toList();

    assertThat(programs).allSatisfy(each -> assertThat(each.awaitExit()).isZero());
    assertThat(sql.column("SELECT count(*) FROM app.flyway_schema_history WHERE version <> '0'"))
        .containsExactly("7");
    assertThat(programs)
        .filteredOn(each -> each.text().contains("7 migrations applied"))
        .hasSize(1);
  }

  @Test
  @DisplayName("OPS-079: a lock that is not won in time is a failure that names its holder")
  void unlockEndsWhoeverHoldsOn() throws Exception {
    try (Connection holder = database.dataSource().getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(457026696, -1494325336)");

      JsonNode late = json(1, "migrate", "--db-advisory-lock-timeout", "1s");
      assertThat(late.at("/outcome").asText()).isEqualTo("not_locked");
      assertThat(late.at("/error").asText()).startsWith("waited 1000 ms for the migration lock");

      JsonNode held = json(0, "migrate", "unlock");
      String pid = held.at("/holder/pid").asText();
      assertThat(late.at("/error").asText()).contains("held by pid=" + pid);

      assertThat(json(1, "migrate", "unlock", "--terminate", "1").at("/ended")).isEmpty();
      assertThat(holder.isValid(1)).isTrue();

      assertThat(json(0, "migrate", "unlock", "--terminate", pid).at("/ended/0").asText())
          .isEqualTo(pid);
      assertThat(holder.isValid(1)).isFalse();
    }
    assertThat(new AdvisoryLocks(database).granted()).isEmpty();
  }

  @Test
  @DisplayName("OPS-108: all of it takes no longer than database.migration.timeout")
  void theWholeIsBounded() throws Exception {
    try (Connection holder = database.dataSource().getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(457026696, -1494325336)");

      PackagedServer bounded = run("migrate", "--db-migration-timeout", "1s");

      assertThat(bounded.awaitExit()).isEqualTo(1);
      assertThat(bounded.lines())
          .last()
          .asString()
          .isEqualTo(
              "hyperfleet-api: not done within the 1s of database.migration.timeout;"
                  + " what was running is rolled back");
    }
  }

  @ParameterizedTest(name = "OPS-090: {0}, told to stop while it waits for the lock, ends")
  @CsvSource({"migrate, 143", "serve, 0"})
  void aWaiterCanBeStopped(String command, int exitCode) throws Exception {
    try (Connection holder = database.dataSource().getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(457026696, -1494325336)");
      PackagedServer waiter = run(command);
      Await.until("it waits", () -> waiter.text().contains("Waiting for advisory lock"));

      assertThat(waiter.signal("TERM")).as(waiter.text()).isEqualTo(exitCode);
    }
    assertThat(sql.column(TABLES)).containsExactly("0");
  }

  @Test
  @DisplayName("OPS-104: the owner migrates, past the pooler; the server works as somebody else")
  void ownerAndUserDiffer() throws SQLException {
    String suffix = database.name().substring(database.name().lastIndexOf('-') + 1);
    String owner = "Owner " + suffix;
    String user = "user'=@ü " + suffix;
    createRoles(owner, user);
    Map<String, String> environment = SharedServer.database(database);
    environment.put("HYPERFLEET_DATABASE_USERNAME", user);
    environment.put("HYPERFLEET_DATABASE_PASSWORD", "se'cret=@ ü");
    environment.put("HYPERFLEET_DATABASE_MIGRATION_USERNAME", owner);
    environment.put("HYPERFLEET_DATABASE_MIGRATION_PASSWORD", "own\"er\\");

    try (PackagedServer server = PackagedServer.run(data, environment, "serve").awaitReady()) {
      Http.Answer created =
          Http.post(
              server.api("/api/hyperfleet/v1/clusters"),
              "{\"kind\":\"Cluster\",\"name\":\"by-user\",\"spec\":{}}");
      assertThat(created.status()).isEqualTo(201);
    }
    assertThat(sql.column("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'app'"))
        .containsExactly(owner);
  }

  private void createRoles(String owner, String user) throws SQLException {
    sql.run("CREATE ROLE \"" + owner + "\" LOGIN PASSWORD 'own\"er\\'");
    sql.run("CREATE ROLE \"" + user + "\" LOGIN PASSWORD 'se''cret=@ ü'");
    sql.run("CREATE SCHEMA app AUTHORIZATION \"" + owner + "\"");
    sql.run("GRANT USAGE ON SCHEMA app TO \"" + user + "\"");
    sql.run(
        "ALTER DEFAULT PRIVILEGES FOR ROLE \""
            + owner
            + "\" IN SCHEMA app GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO \""
            + user
            + "\"");
  }

  @Test
  void aServerThatMustNotMigrateStartsOnlyOnTablesThatAreUpToDate() {
    Map<String, String> environment = SharedServer.database(database);
    environment.put("HYPERFLEET_DATABASE_MIGRATION_ON_START", "false");

    PackagedServer early = PackagedServer.run(data, environment, "serve");
    assertThat(early.awaitExit()).isEqualTo(1);
    assertThat(early.lines())
        .anyMatch(line -> line.matches("hyperfleet-api: migration .* is pending: run .*migrate.*"));

    assertThat(run("migrate").awaitExit()).isZero();
    try (PackagedServer server = PackagedServer.run(data, environment, "serve").awaitReady()) {
      assertThat(server.text()).doesNotContain("advisory lock");
      assertThat(Http.get(server.metrics("/metrics")).body())
          .containsPattern(
              "hyperfleet_schema_info\\{.*outcome=\"current\",version=\"202611221201\".*} 1")
          .contains("hyperfleet_migration_pending", "hyperfleet_migration_lock_tries");
    }
  }

  private JsonNode json(int exitCode, String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of("--output", "json"));
    PackagedServer program = run(words.toArray(String[]::new));
    assertThat(program.awaitExit()).as(program.text()).isEqualTo(exitCode);
    return Http.json(
        program.lines().stream().filter(line -> line.startsWith("{")).findFirst().orElse(""));
  }

  private PackagedServer run(String... command) {
    return PackagedServer.run(data, new TreeMap<>(SharedServer.database(database)), command);
  }
}
