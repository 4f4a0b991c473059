package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.tls.TestAuthority;
import io.hyperfleet.server.tls.TestAuthority.Issued;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OPS-025 to OPS-027: what TLS on a listener needs. */
class ListenerTlsRulesTest {

  @TempDir private static Path keys;

  private static Issued good;
  private static Issued other;
  private static Issued expired;

  @TempDir Path directory;

  private Resolving resolving;

  @BeforeAll
  static void issue() {
    TestAuthority authority = TestAuthority.in(keys);
    good = authority.issue("good", "localhost");
    other = authority.issueRsa("other", "localhost");
    expired = authority.issueExpired("expired", "localhost");
  }

  @BeforeEach
  void startAfresh() {
    resolving = new Resolving(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "health", "metrics"})
  @DisplayName("OPS-025: a listener needs both files")
  void itNeedsBothFiles(String listener) {
    resolving.yaml(listener + ": {tls: {enabled: true, cert_file: a.pem}}");

    assertThat(resolving.faults())
        .singleElement()
        .asString()
        .startsWith(listener + ".tls.enabled: needs ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "health", "metrics"})
  void filesOfAListenerWithoutTlsAreWarnedAbout(String listener) {
    resolving.yaml(listener + ": {tls: {cert_file: a.pem, key_file: a.key}}");

    assertThat(resolving.resolve().warnings())
        .containsExactly(
            "%s.tls.cert_file has no effect, because %s.tls.enabled is false"
                .formatted(listener, listener),
            "%s.tls.key_file has no effect, because %s.tls.enabled is false"
                .formatted(listener, listener));
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "health", "metrics"})
  void aPairIsAccepted(String listener) {
    switchOn(listener, good.certificate(), good.key());

    assertThat(resolving.resolve().warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "metrics"})
  @DisplayName("OPS-027: without files of its own a listener takes those of the API, deprecated")
  void withoutFilesOfItsOwnAListenerTakesThoseOfTheApi(String listener) {
    resolving.yaml(
        "server: {tls: {cert_file: '%s', key_file: '%s'}}\n%s: {tls: {enabled: t}}"
            .formatted(good.certificate(), good.key(), listener));

    Configuration configuration = resolving.resolve();

    assertThat(configuration.text(listener + ".tls.cert_file"))
        .isEqualTo(good.certificate().toString());
    assertThat(configuration.text(listener + ".tls.key_file")).isEqualTo(good.key().toString());
    assertThat(configuration.warnings()).singleElement().asString().contains("deprecated");
  }

  @Test
  void filesThatAreSharedAreFoundFaultyOnce() {
    switchOn("server", expired.certificate(), expired.key());
    resolving.flag("--health-tls-enabled", "true").flag("--metrics-tls-enabled", "true");

    assertThat(resolving.faults()).singleElement().asString().startsWith("server.tls.cert_file: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "health", "metrics"})
  @DisplayName("OPS-026: a key of another certificate is refused")
  void aKeyOfAnotherCertificateIsRefused(String listener) {
    switchOn(listener, good.certificate(), other.key());

    assertThat(resolving.faults())
        .singleElement()
        .asString()
        .startsWith(
            "%s.tls.key_file: %s is not the key of %s; set it with --"
                .formatted(listener, other.key(), good.certificate()));
  }

  @Test
  void aCertificateThatHasExpiredIsRefused() {
    switchOn("metrics", expired.certificate(), expired.key());

    assertThat(resolving.faults())
        .singleElement()
        .asString()
        .startsWith(
            "metrics.tls.cert_file: "
                + expired.certificate()
                + " holds a certificate that is not valid today (")
        .contains("NotAfter: ");
  }

  @Test
  void filesThatCannotBeReadAreNamedForEveryListenerAtOnce() {
    Path nowhere = directory.resolve("nowhere.pem");
    switchOn("server", nowhere, good.key());
    switchOn("health", good.certificate(), nowhere);
    switchOn("metrics", good.key(), good.key());

    assertThat(resolving.faults())
        .satisfiesExactly(
            server ->
                assertThat(server)
                    .startsWith("server.tls.cert_file: " + nowhere + " cannot be read ("),
            health ->
                assertThat(health)
                    .startsWith("health.tls.key_file: " + nowhere + " cannot be read"),
            metrics ->
                assertThat(metrics)
                    .startsWith(
                        "metrics.tls.cert_file: "
                            + good.key()
                            + " holds no certificate in PEM form"));
  }

  @Test
  void whatIsOffIsNotLookedAt() {
    resolving.yaml("server: {tls: {cert_file: nowhere, key_file: nowhere}}");

    assertThat(resolving.resolve().isOn("server.tls.enabled")).isFalse();
  }

  private void switchOn(String listener, Path certificate, Path key) {
    String flag = listener.equals("server") ? "--server-https" : "--" + listener + "-tls";
    resolving
        .flag(flag + "-enabled", "true")
        .flag(flag + "-cert-file", certificate.toString())
        .flag(flag + "-key-file", key.toString());
  }
}
