package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.tls.TestAuthority;
import io.hyperfleet.server.tls.TestAuthority.Issued;
import io.hyperfleet.server.tls.TlsPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OPS-130 to OPS-132: TLS to a real PostgreSQL, by the command that is quick to start. */
class DatabaseTlsIT {

  @TempDir private static Path directory;

  private static TestAuthority authority;
  private static TestAuthority stranger;
  private static Issued good;
  private static Issued expired;
  private static TlsPostgres postgres;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private int sessionsBefore;

  @BeforeAll
  static void start() throws IOException, SQLException {
    authority = TestAuthority.in(Files.createDirectory(directory.resolve("ours")));
    stranger = TestAuthority.in(Files.createDirectory(directory.resolve("strange")));
    good = authority.issue("good", "localhost");
    expired = authority.issueExpired("expired", "localhost");
    postgres = TlsPostgres.start(directory, good);
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void startAfresh() throws IOException, SQLException {
    postgres.present(good);
    postgres.set("ssl_min_protocol_version", "TLSv1.2");
    postgres.set("ssl_max_protocol_version", "");
    postgres.set("ssl", "on");
    sessionsBefore = postgres.sessions().size();
  }

  @ParameterizedTest
  @ValueSource(strings = {"require", "verify-ca", "verify-full"})
  void aGoodCertificateIsTakenInEveryMode(String mode) throws IOException {
    assertThat(migrate("--db-ssl-mode", mode, trusting(authority))).as(err::toString).isZero();
    assertThat(sessions())
        .isNotEmpty()
        .allMatch(it -> it.contains("SSL enabled (protocol=TLSv1.3"));
  }

  @Test
  void withoutAnAuthorityRequireTakesAnyCertificate() throws IOException, SQLException {
    postgres.present(expired);

    assertThat(migrate("--db-ssl-mode=require")).as(err::toString).isZero();
    assertThat(sessions()).isNotEmpty().allMatch(session -> session.contains("SSL enabled"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"require", "verify-ca", "verify-full"})
  @DisplayName("OPS-130: with an authority, require checks it too, as libpq does")
  void theCertificateOfAnotherAuthorityIsRefused(String mode) throws IOException {
    assertThatItIsRefused(
        "the certificate of the server does not come from the authority in"
            + " database.ssl.root_cert_file (",
        "--db-ssl-mode",
        mode,
        trusting(stranger));
  }

  @ParameterizedTest
  @ValueSource(strings = {"require", "verify-ca", "verify-full"})
  void aCertificateThatHasExpiredIsRefused(String mode) throws IOException, SQLException {
    postgres.present(expired);

    assertThatItIsRefused(
        "the certificate of the server is not valid today (NotAfter: ",
        "--db-ssl-mode",
        mode,
        trusting(authority));
  }

  @Test
  void theCertificateOfAnotherHostIsRefusedByVerifyFullOnly() throws IOException {
    assertThat(migrate("--db-ssl-mode=verify-ca", "--db-host=127.0.0.1", trusting(authority)))
        .as(err::toString)
        .isZero();
    err.reset();
    sessionsBefore = postgres.sessions().size();

    assertThatItIsRefused(
        "the certificate of the server is for another host (No subject alternative names matching"
            + " IP address 127.0.0.1 found); set database.host to a name in it, or"
            + " database.ssl.mode to verify-ca",
        "--db-ssl-mode=verify-full",
        "--db-host=127.0.0.1",
        trusting(authority));
  }

  @ParameterizedTest
  @ValueSource(strings = {"require", "verify-ca", "verify-full"})
  @DisplayName("OPS-131: a server without TLS is refused, never talked to in plaintext")
  void aServerWithoutTlsIsRefused(String mode) throws IOException, SQLException {
    postgres.set("ssl", "off");

    assertThatItIsRefused(
        "the server speaks plaintext only (", "--db-ssl-mode", mode, trusting(authority));
  }

  @Test
  @DisplayName("OPS-132: a server of TLS 1.1 is refused")
  void anOldServerIsRefused() throws IOException, SQLException {
    postgres.set("ssl_min_protocol_version", "TLSv1");
    postgres.set("ssl_max_protocol_version", "TLSv1.1");

    assertThatItIsRefused("no version of TLS is spoken by both sides (", "--db-ssl-mode=require");
  }

  @ParameterizedTest
  @CsvSource({
    "TLSv1.2, TLSv1.2, TLSv1.2",
    "TLSv1.3, TLSv1.3, TLSv1.3",
    "TLSv1.2, TLSv1.3, TLSv1.3",
  })
  void theRangeOfVersionsIsObeyed(String min, String max, String spoken) throws IOException {
    assertThat(
            migrate(
                "--db-ssl-mode=require",
                "--db-ssl-min-protocol=" + min,
                "--db-ssl-max-protocol=" + max))
        .as(err::toString)
        .isZero();
    assertThat(sessions()).isNotEmpty().allMatch(it -> it.endsWith("(protocol=" + spoken));
  }

  @Test
  void aServerBelowTheRangeIsRefused() throws IOException, SQLException {
    postgres.set("ssl_max_protocol_version", "TLSv1.2");

    assertThatItIsRefused(
        "no version of TLS is spoken by both sides (",
        "--db-ssl-mode=require",
        "--db-ssl-min-protocol=TLSv1.3");
  }

  private void assertThatItIsRefused(String reason, String... flags) throws IOException {
    assertThat(migrate(flags)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("hyperfleet-api: no TLS to the database: " + reason)
        .contains("database.ssl.");
    assertThat(sessions()).isEmpty();
  }

  private List<String> sessions() throws IOException {
    List<String> all = postgres.sessions();
    return all.subList(sessionsBefore, all.size());
  }

  private static String trusting(TestAuthority trusted) {
    return "--db-root-cert-file=" + trusted.certificate();
  }

  private int migrate(String... flags) throws IOException {
    Map<String, String> environment = postgres.environment();
    environment.put(
        "HYPERFLEET_CONFIG", Files.writeString(directory.resolve("empty.yaml"), "").toString());
    List<String> arguments = new ArrayList<>(List.of("migrate"));
    arguments.addAll(List.of(flags));
    return new Main(
            environment,
            Installation.below(directory),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(arguments);
  }
}
