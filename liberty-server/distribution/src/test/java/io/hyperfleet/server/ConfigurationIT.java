package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.configuration.RandomConfigurations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator configures, as the running program shows it. */
class ConfigurationIT {

  private static final long SEED = 20_261_120L;
  private static final String SECRET = "s3cret-of-the-test";

  @TempDir Path data;

  @Test
  @DisplayName("OPS-035, 047: the effective configuration is told once, without secrets")
  void theEffectiveConfigurationIsToldOnceAndHoldsNoSecret() throws IOException {
    Map<String, String> environment = SharedServer.database(TestDatabase.fresh());
    environment.put("HYPERFLEET_SECRETS_FILES_ONLY", "true");
    environment.put("HYPERFLEET_DATABASE_MIGRATION_PASSWORD_FILE", file("password", SECRET));
    String password = environment.remove("HYPERFLEET_DATABASE_PASSWORD");
    if (password != null) {
      environment.put("HYPERFLEET_DATABASE_PASSWORD_FILE", file("runtime", password));
    }
    environment.put("HYPERFLEET_SERVER_TIMEOUTS_READ", "1s");

    try (PackagedServer server = PackagedServer.run(data, environment, "serve").awaitReady()) {
      assertThat(server.lines())
          .filteredOn(line -> line.contains("INFO  Configuration keys_set="))
          .hasSize(1);
      assertThat(server.text())
          .contains(
              "  database.host=%s (HYPERFLEET_DATABASE_HOST)"
                  .formatted(environment.get("HYPERFLEET_DATABASE_HOST")))
          .contains("  database.username=***REDACTED*** (")
          .contains("  database.migration.password=***REDACTED*** (")
          .doesNotContain("  database.schema=");
      assertThat(server.text()).doesNotContain(SECRET);
      assertThat(server.text()).contains("WARN  server.jwt.enabled is false");
      assertThatASlowClientIsCutOff(server.apiPort());
    }
  }

  @Test
  @DisplayName("OPS-014, 039: a refusal ends the program before it listens")
  void aPasswordInTheOpenIsRefusedWhereFilesAreAskedFor() {
    PackagedServer server =
        PackagedServer.run(
            data,
            Map.of("HYPERFLEET_SECRETS_FILES_ONLY", "true", "HYPERFLEET_DATABASE_PASSWORD", SECRET),
            "serve");

    assertThat(server.awaitExit()).isEqualTo(1);
    assertThat(server.lines())
        .singleElement()
        .asString()
        .startsWith("hyperfleet-api: database.password: ")
        .doesNotContain(SECRET);
  }

  /** None of these decides whether a server can be reached or finds its database. */
  static List<Map<String, String>> harmlessConfigurations() {
    return RandomConfigurations.accepted(
        SEED,
        3,
        path ->
            path.matches(
                "server\\.(timeouts\\..*|max_body_bytes|max_labels)|database\\.(schema|statement_timeout)"
                    + "|database\\.pool\\.(max_c|max_i|conn|pre|req|acq|adv).*|logging\\.level"
                    + "|health\\.(shutdown|db_ping)_timeout|metrics\\.label.*|tracing\\..*"));
  }

  @ParameterizedTest
  @MethodSource("harmlessConfigurations")
  @Endurance
  void whatIsAcceptedStartsAndHoldsToTheLastKey(Map<String, String> random) {
    Map<String, String> environment = SharedServer.database(TestDatabase.fresh());
    environment.putAll(RandomConfigurations.environment(random));

    try (PackagedServer server = PackagedServer.run(data, environment, "serve").awaitReady()) {
      assertThat(Http.get(server.health("/readyz")).status()).isEqualTo(200);
      assertThat(server.text())
          .as("Liberty refuses no value: %s", random)
          .doesNotContainPattern("CWWKG\\d+[EW]");
      random.forEach(
          (path, value) ->
              assertThat(server.text())
                  .containsPattern(
                      " %s=\"?%s\"? \\(".formatted(Pattern.quote(path), Pattern.quote(value))));
    }
  }

  /** A server that waits for ever is stopped by the test's own timeout. */
  private static void assertThatASlowClientIsCutOff(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write("GET /api/hyperfleet HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 408 ")
          .doesNotContain("Server:");
    }
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(data.resolve(name), content).toString();
  }
}
