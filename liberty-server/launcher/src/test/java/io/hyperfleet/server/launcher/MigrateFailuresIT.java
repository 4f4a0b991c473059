package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever keeps a command from its work is told once, to people and to machines. */
class MigrateFailuresIT {

  private static final String LOCK = "SELECT pg_advisory_xact_lock(457026696, -1494325336)";

  @TempDir private static Path directory;

  private static EmbeddedPostgres postgres;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void start() throws IOException, SQLException {
    Path access =
        Files.writeString(
            directory.resolve("access.conf"),
            "host all postgres all trust\nhost all stranger all reject\nhost all all all scram-sha-256\n");
    postgres = EmbeddedPostgres.builder().setServerConfig("hba_file", access.toString()).start();
    for (String sql :
        List.of(
            "CREATE ROLE program LOGIN PASSWORD 'right'",
            "CREATE ROLE stranger LOGIN PASSWORD 'right'",
            "CREATE DATABASE closed",
            "REVOKE CONNECT ON DATABASE closed FROM PUBLIC",
            "CREATE DATABASE bare",
            "CREATE DATABASE owned OWNER program")) {
      execute("postgres", sql);
    }
    execute("owned", "CREATE SCHEMA others CREATE TABLE things ()");
    execute("owned", "CREATE SCHEMA shut");
    execute("owned", "CREATE SCHEMA visible");
    execute("owned", "GRANT USAGE ON SCHEMA visible TO program");
    execute("owned", "GRANT USAGE, CREATE ON SCHEMA others TO program");
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--db-password=wrong | the database refuses the password (FATAL: password authentication failed",
        "--db-password= | the database refuses the password (",
        "--db-username=nobody | the database refuses the password (FATAL: password authentication failed",
        "--db-username=stranger | the database refuses the login (FATAL: pg_hba.conf rejects",
        "--db-name=Owned | the database is not there (FATAL: database \"Owned\" does not exist)",
        "--db-name=closed | the role may not use the database (FATAL: permission denied for database",
      })
  void whatWouldNotPassEndsItAtTheFirstTry(String flag, String reason) throws IOException {
    for (String command : List.of("migrate", "migrate info", "migrate unlock")) {
      assertThat(run(command, flag)).isEqualTo(1);

      assertThat(lines()).as(command).singleElement().asString().contains(": " + reason);
      assertThat(told().at("/outcome").asText()).isEqualTo("failed");
      assertThat(told().at("/error").asText()).startsWith(reason);
    }
  }

  @Test
  void whatMayPassIsTriedAsOftenAsConfigured() throws IOException {
    assertThat(
            run(
                "migrate",
                "--db-port=1",
                "--db-conn-retry-attempts=2",
                "--db-conn-retry-interval=1ms"))
        .isEqualTo(1);

    assertThat(lines()).hasSize(3);
    assertThat(told().at("/error").asText())
        .startsWith("the database does not answer, after 2 retries: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bare | app | role program may not create schema \"app\": GRANT CREATE ON DATABASE bare TO program",
        "owned | shut | role program may not change schema \"shut\": GRANT USAGE, CREATE ON SCHEMA \"shut\" TO program",
        "owned | visible | role program may not change schema \"visible\": GRANT USAGE, CREATE ON SCHEMA \"visible\" TO program",
        "owned | others | schema \"others\" holds tables or the like, but no history of migrations: set database.schema",
      })
  void aSchemaThatCannotBeMadeIsRefusedBeforeTheLockIsTaken(
      String database, String schema, String reason) throws IOException, SQLException {
    try (Connection holder = connection(database);
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute(LOCK);

      for (String command : List.of("migrate", "migrate plan")) {
        assertThat(run(command, "--db-name=" + database, "--db-schema=" + schema)).isEqualTo(1);

        assertThat(lines()).singleElement().asString().contains(": " + reason);
        assertThat(told().at("/outcome").asText()).isEqualTo("refused");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"migrate info", "migrate validate"})
  void whoOnlyLooksNeedsToSeeTheSchema(String command) throws IOException {
    run(command, "--db-schema=visible");
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("GRANT");

    assertThat(run(command, "--db-schema=shut")).isEqualTo(1);
    assertThat(told().at("/error").asText())
        .isEqualTo(
            "role program may not read schema \"shut\": GRANT USAGE ON SCHEMA \"shut\" TO program");
  }

  @Test
  void everyOtherFailureIsOneObjectToo() throws IOException, SQLException {
    try (Connection holder = connection("owned");
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute(LOCK);

      assertThat(run("migrate", "--db-advisory-lock-timeout=1s")).isEqualTo(1);
      assertThat(told().at("/outcome").asText()).isEqualTo("not_locked");

      assertThat(run("migrate", "--db-migration-timeout=1s")).isEqualTo(1);
      assertThat(told().at("/error").asText()).startsWith("not done within the 1s of");
    }
    assertThat(run("migrate", "--db-port=nine")).isEqualTo(1);
    assertThat(told().at("/outcome").asText()).isEqualTo("misconfigured");
    assertThat(told().at("/error").asText()).startsWith("database.port: \"nine\"");

    assertThat(run("migrate unlock", "--terminate=x")).isEqualTo(2);
    assertThat(told().at("/outcome").asText()).isEqualTo("failed");
  }

  /** What machines read, which is one object and nothing else. */
  private JsonNode told() throws IOException {
    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text.lines()).as("standard output").hasSize(1);
    return new ObjectMapper().readTree(text);
  }

  private List<String> lines() {
    return err.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.startsWith("hyperfleet-api: warning: "))
        .toList();
  }

  private int run(String command, String... flags) throws IOException {
    out.reset();
    err.reset();
    Map<String, String> environment = new TreeMap<>();
    environment.put(
        "HYPERFLEET_CONFIG", Files.writeString(directory.resolve("empty.yaml"), "").toString());
    environment.put("HYPERFLEET_DATABASE_HOST", "localhost");
    environment.put("HYPERFLEET_DATABASE_PORT", String.valueOf(postgres.getPort()));
    environment.put("HYPERFLEET_DATABASE_NAME", "owned");
    environment.put("HYPERFLEET_DATABASE_USERNAME", "program");
    Path password = Files.writeString(directory.resolve("password"), "right");
    environment.put("HYPERFLEET_DATABASE_PASSWORD_FILE", password.toString());
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of(flags));
    arguments.add("--output=json");
    return new Main(
            environment,
            Installation.below(directory),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(arguments);
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = connection(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connection(String database) throws SQLException {
    return postgres.getDatabase("postgres", database).getConnection();
  }
}
