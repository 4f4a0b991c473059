package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.tls.TestAuthority;
import io.hyperfleet.server.tls.TlsPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS between the running server and its database; what the command does is tried by itself. */
class DatabaseTlsServeIT {

  /** Every session, with the version of its TLS. */
  private static final String SESSIONS =
      "SELECT DISTINCT application_name || ' ' || coalesce(version, 'plaintext')"
          + " FROM pg_stat_activity JOIN pg_stat_ssl USING (pid)"
          + " WHERE usename = 'program' ORDER BY 1";

  @TempDir private static Path directory;

  private static TestAuthority authority;
  private static TlsPostgres postgres;

  @TempDir Path data;

  @BeforeAll
  static void start() throws IOException, SQLException {
    authority = TestAuthority.in(Files.createDirectory(directory.resolve("ours")));
    postgres = TlsPostgres.start(directory, authority.issue("good", "localhost"));
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  @DisplayName("OPS-131: no session of any data source is in plaintext")
  void everySessionIsEncrypted() throws IOException, SQLException {
    try (PackagedServer server = serve("verify-full", authority, "TLSv1.2").awaitReady()) {
      assertThat(Http.get(server.health("/readyz")).status()).isEqualTo(200);
      assertThat(Http.get(server.api("/api/hyperfleet/v1/clusters")).status()).isEqualTo(200);

      assertThat(postgres.query(SESSIONS))
          .contains("hyperfleet-api TLSv1.2", "hyperfleet-health TLSv1.2")
          .allMatch(session -> session.endsWith(" TLSv1.2"));
    }
    assertThat(postgres.sessions()).isNotEmpty().allMatch(it -> it.contains("SSL enabled"));
  }

  @Test
  void aCertificateThatIsNotTrustedEndsTheStartAtOnce() throws IOException {
    TestAuthority stranger = TestAuthority.in(Files.createDirectory(directory.resolve("strange")));
    int before = postgres.sessions().size();

    PackagedServer server = serve("verify-ca", stranger, "TLSv1.3");

    assertThat(server.awaitExit()).isEqualTo(1);
    assertThat(server.lines())
        .filteredOn(line -> line.matches("hyperfleet-api: (?!warning: ).*"))
        .singleElement()
        .asString()
        .startsWith("hyperfleet-api: no TLS to the database: the certificate of the server")
        .contains("database.ssl.root_cert_file");
    assertThat(server.text()).doesNotContain("retrying", "\tat ");
    assertThat(postgres.sessions()).hasSize(before);
  }

  @Test
  void aFileThatIsNoCertificateIsNamedBeforeAnythingStarts() {
    Map<String, String> environment = postgres.environment();
    environment.put("HYPERFLEET_DATABASE_SSL_MODE", "verify-full");
    environment.put("HYPERFLEET_DATABASE_SSL_ROOT_CERT_FILE", data.resolve("none").toString());

    PackagedServer server = PackagedServer.run(data, environment, "serve");

    assertThat(server.awaitExit()).isEqualTo(1);
    assertThat(server.lines())
        .singleElement()
        .asString()
        .startsWith("hyperfleet-api: database.ssl.root_cert_file: " + data.resolve("none"));
  }

  private PackagedServer serve(String mode, TestAuthority trusted, String newest) {
    Map<String, String> environment = postgres.environment();
    environment.put("HYPERFLEET_DATABASE_SSL_MODE", mode);
    environment.put("HYPERFLEET_DATABASE_SSL_ROOT_CERT_FILE", trusted.certificate().toString());
    environment.put("HYPERFLEET_DATABASE_SSL_MAX_PROTOCOL", newest);
    return PackagedServer.run(data, environment, "serve");
  }
}
