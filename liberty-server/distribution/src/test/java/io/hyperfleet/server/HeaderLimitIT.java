package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.hostile.wire.RawHttp;
import io.hyperfleet.persistence.database.TestDatabase;
import io.hyperfleet.server.tls.TestAuthority;
import io.hyperfleet.server.tls.TestAuthority.Issued;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients who send a byte of their headers now and then, to a server that gives each a minute. */
@Endurance
class HeaderLimitIT {

  private static final int BETWEEN_BYTES_MILLIS = 500;
  private static final String BEGUN = "GET /api/hyperfleet HTTP/1.1\r\nHost: x\r\nX-Drip: ";
  private static final String METRICS = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";

  /** Says that it is a part of a handshake, and of 16,384 bytes. */
  private static final byte[] HANDSHAKE = HexFormat.of().parseHex("1603014000");

  /** How an end begins: with the farewell of TLS where its handshake had begun, or bare. */
  private static final int ALERT = 0x15;

  private static final int BARE = -1;

  @TempDir private static Path directory;

  private static TestAuthority authority;
  private static PackagedServer server;

  @BeforeAll
  static void start() throws IOException {
    authority = TestAuthority.in(Files.createDirectory(directory.resolve("authority")));
    Issued identity = authority.issue("health", "localhost");
    Map<String, String> environment = SharedServer.database(TestDatabase.fresh());
    environment.put("HYPERFLEET_SERVER_TIMEOUTS_READ", "1m");
    environment.put("HYPERFLEET_HEALTH_TLS_ENABLED", "true");
    environment.put("HYPERFLEET_HEALTH_TLS_CERT_FILE", identity.certificate().toString());
    environment.put("HYPERFLEET_HEALTH_TLS_KEY_FILE", identity.key().toString());
    server = PackagedServer.run(directory.resolve("data"), environment, "serve").awaitReady();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void headersThatDripEndTheirConnectionWhileABodyThatTakesLongerIsServed() throws IOException {
    String body = "{\"kind\":\"Cluster\",\"name\":\"" + Names.next() + "\",\"spec\":{}}";
    try (RawHttp slow = RawHttp.to(server.apiPort());
        RawHttp idle = RawHttp.to(port(server.metrics("")));
        Socket dripping = plain(server.apiPort())) {
      slow.send("POST " + Clusters.PATH + " HTTP/1.1\r\nHost: x\r\nContent-Length: ")
          .send(body.length() + "\r\n\r\n" + body.substring(0, 9));
      int first = idle.send(METRICS).answer().status();
      write(dripping, BEGUN.getBytes(StandardCharsets.US_ASCII));

      awaitEnd(dripping, BARE);

      assertThat(first).isEqualTo(200);
      assertThat(idle.send(METRICS).answer().status()).isEqualTo(200);
      assertThat(slow.send(body.substring(9)).answer().status()).isEqualTo(201);
    }
  }

  @Test
  void theHeadersOfALaterRequestMayNotDripEither() throws IOException {
    try (Socket dripping = plain(port(server.metrics("")))) {
      write(dripping, METRICS.replace("GET", "HEAD").getBytes(StandardCharsets.US_ASCII));
      InputStream in = dripping.getInputStream();
      byte[] answer = in.readNBytes("HTTP/1.1 200".length());
      in.skipNBytes(in.available());
      write(dripping, BEGUN.getBytes(StandardCharsets.US_ASCII));

      awaitEnd(dripping, BARE);

      assertThat(answer).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 200");
    }
  }

  @Test
  void headersThatDripThroughTlsEndTheirConnection() throws Exception {
    try (SSLSocket dripping =
        (SSLSocket)
            trusting().getSocketFactory().createSocket("localhost", port(server.health("")))) {
      dripping.startHandshake();
      dripping.setSoTimeout(BETWEEN_BYTES_MILLIS);
      write(dripping, BEGUN.getBytes(StandardCharsets.US_ASCII));

      awaitEnd(dripping, BARE);

      assertThat(dripping.getSession().isValid()).isTrue();
    }
  }

  @Test
  void aHandshakeThatDripsEndsItsConnection() throws IOException {
    try (Socket dripping = plain(port(server.health("")))) {
      write(dripping, HANDSHAKE);

      awaitEnd(dripping, ALERT);

      assertThat(server.text()).doesNotContainPattern(" ERROR |CWWK[OG]\\d|Exception");
    }
  }

  private static void awaitEnd(Socket dripping, int end) {
    Await.until("the server ends the connection", () -> isEndedBeforeTheNextByte(dripping, end));
  }

  private static boolean isEndedBeforeTheNextByte(Socket dripping, int end) throws IOException {
    try {
      assertThat(dripping.getInputStream().read()).isEqualTo(end);
      return true;
    } catch (SocketTimeoutException stillOpen) {
      write(dripping, new byte[] {'a'});
      return false;
    }
  }

  private static void write(Socket socket, byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  private static Socket plain(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(BETWEEN_BYTES_MILLIS);
    return socket;
  }

  private static int port(String url) {
    return URI.create(url).getPort();
  }

  private static SSLContext trusting() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream certificate = Files.newInputStream(authority.certificate())) {
      trusted.setCertificateEntry(
          "authority", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
