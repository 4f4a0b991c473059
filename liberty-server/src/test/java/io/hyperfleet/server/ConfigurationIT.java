package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator configures, as the running program shows it. */
class ConfigurationIT {

  private static final String SECRET = "s3cret-of-the-test";

  @TempDir Path data;

  @Test
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
          .containsOnlyOnce("Configuration:")
          .filteredOn(line -> line.startsWith("  database: "))
          .singleElement()
          .asString()
          .contains("host=" + environment.get("HYPERFLEET_DATABASE_HOST"))
          .contains("username=***REDACTED***", "migration.password=***REDACTED***");
      assertThat(server.text()).doesNotContain(SECRET);
      assertThat(server.text()).contains("warning: server.jwt.enabled is false");
      assertThatASlowClientIsCutOff(server.apiPort());
    }
  }

  @Test
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
