package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.tls.TestAuthority;
import io.hyperfleet.server.tls.TestAuthority.Issued;
import io.hyperfleet.server.tls.TlsClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS on the listeners of the running server. */
class ListenerTlsIT {

  @TempDir private static Path directory;

  private static TestAuthority authority;
  private static TlsClient trusting;
  private static PackagedServer server;

  @TempDir Path data;

  /** One for each, with an answer that shows who it is. */
  private enum Door {
    SERVER("/api/hyperfleet/v1/clusters"),
    HEALTH("/readyz"),
    METRICS("/metrics");

    private final String path;

    Door(String path) {
      this.path = path;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    String url(PackagedServer of) {
      return switch (this) {
        case SERVER -> of.api(path);
        case HEALTH -> of.health(path);
        case METRICS -> of.metrics(path);
      };
    }

    int port() {
      return URI.create(url(server)).getPort();
    }

    Stream<Map.Entry<String, String>> environment(Issued identity) {
      String prefix = "HYPERFLEET_" + name() + "_TLS_";
      return Stream.of(
          Map.entry(prefix + "ENABLED", "true"),
          Map.entry(prefix + "CERT_FILE", identity.certificate().toString()),
          Map.entry(prefix + "KEY_FILE", identity.key().toString()));
    }
  }

  @BeforeAll
  static void start() throws IOException {
    authority = TestAuthority.in(Files.createDirectory(directory.resolve("ours")));
    trusting = TlsClient.trusting(authority.certificate());
    Map<String, String> environment = SharedServer.database(TestDatabase.fresh());
    for (Door door : Door.values()) {
      Issued identity =
          door == Door.HEALTH
              ? authority.issueRsa(door.key(), "localhost")
              : authority.issue(door.key(), "localhost");
      door.environment(identity).forEach(it -> environment.put(it.getKey(), it.getValue()));
    }
    environment.putAll(PackagedServer.PATIENT_WARM_UP);
    server = PackagedServer.run(directory.resolve("data"), environment, "serve").awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theServerWarmsUpOverItsOwnListener() {
    assertThat(server.text()).contains("Warmed up requests=");
  }

  @ParameterizedTest
  @EnumSource
  void eachListenerShowsItsOwnCertificateToWhomeverTrustsTheAuthority(Door door)
      throws IOException {
    String url = encrypted(door.url(server));

    assertThat(trusting.status(url)).isEqualTo(200);
    assertThat(trusting.subject(door.port(), "TLSv1.3")).isEqualTo("CN=" + door.key());
    assertThat(server.text()).contains("https://localhost:" + door.port() + "/");
  }

  @ParameterizedTest
  @EnumSource
  void bothVersionsAreSpokenAndNoOlderOne(Door door) throws IOException {
    assertThat(trusting.subject(door.port(), "TLSv1.2")).isEqualTo("CN=" + door.key());

    assertThat(TlsClient.greets(door.port(), "TLSv1.2")).isTrue();
    assertThat(TlsClient.greets(door.port(), "TLSv1.1")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void plaintextIsNotAnswered(Door door) throws IOException {
    assertThat(TlsClient.answerToPlaintext(door.port())).doesNotContain("HTTP/1.");
  }

  @Test
  void whoeverDoesNotTrustTheAuthorityHangsUp() throws IOException {
    TestAuthority stranger = TestAuthority.in(Files.createDirectory(directory.resolve("strange")));
    TlsClient wary = TlsClient.trusting(stranger.certificate());

    assertThatThrownBy(() -> wary.status(encrypted(Door.SERVER.url(server))))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void theLogSaysNothingOfKeysAndHoldsNoError() {
    assertThat(server.text())
        .doesNotContainPattern("CWPKI\\d+[EW]|CWWK[OG]\\d+[EW]|tls.password|conflict");
  }

  @Test
  void theKeysAreKeptWhereNobodyElseLooks() throws IOException {
    Path folder = directory.resolve("data/tls");

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrder("server.p12", "health.p12", "metrics.p12");
    }
    assertThat(Files.getPosixFilePermissions(folder)).hasSize(3);
  }

  @Test
  @DisplayName("OPS-027: each listener has its own switch; probes may use the files of the API")
  void eachListenerHasItsOwnSwitch() throws IOException {
    Map<String, String> environment = SharedServer.database(TestDatabase.fresh());
    Door.SERVER
        .environment(authority.issue("shared", "localhost"))
        .forEach(it -> environment.put(it.getKey(), it.getValue()));
    environment.remove("HYPERFLEET_SERVER_TLS_ENABLED");
    environment.put("HYPERFLEET_HEALTH_TLS_ENABLED", "true");
    Files.createDirectory(data.resolve("tls"));
    Files.writeString(data.resolve("tls/server.p12"), "of an earlier run");

    try (PackagedServer mixed = PackagedServer.run(data, environment, "serve").awaitReady()) {
      assertThat(trusting.status(encrypted(Door.HEALTH.url(mixed)))).isEqualTo(200);
      assertThat(Http.get(Door.SERVER.url(mixed)).status()).isEqualTo(200);
      assertThat(Http.get(Door.METRICS.url(mixed)).status()).isEqualTo(200);
      assertThat(mixed.text())
          .contains("health.tls takes the files of server.tls, which is deprecated");
      assertThat(data.resolve("tls/server.p12")).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong key", "expired", "unreadable"})
  void whatCannotWorkIsNamedBeforeAnyListenerOpens(String problem) {
    Issued good = authority.issue("good-" + problem, "localhost");
    Issued bad =
        switch (problem) {
          case "wrong key" -> new Issued(good.certificate(), authority.issue("k", "x").key());
          case "expired" -> authority.issueExpired("expired", "localhost");
          default -> new Issued(data.resolve("none"), good.key());
        };
    Map<String, String> environment = SharedServer.database(TestDatabase.fresh());
    Door.METRICS.environment(bad).forEach(it -> environment.put(it.getKey(), it.getValue()));

    PackagedServer refused = PackagedServer.run(data, environment, "serve");

    assertThat(refused.awaitExit()).isEqualTo(1);
    assertThat(refused.lines())
        .singleElement()
        .asString()
        .startsWith(
            "hyperfleet-api: metrics.tls." + (problem.equals("wrong key") ? "key" : "cert"));
  }

  private static String encrypted(String url) {
    return url.replaceFirst("^http:", "https:");
  }
}
