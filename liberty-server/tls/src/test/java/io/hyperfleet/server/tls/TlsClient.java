package io.hyperfleet.server.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A client that trusts one authority. */
public final class TlsClient {

  private static final int PATIENCE_MILLIS = 20_000;

  /** The first byte of an answer that goes on with the handshake; an alert has another one. */
  private static final int HANDSHAKE = 0x16;

  /** What a client says first: its newest version, suites that fit any certificate, a curve. */
  private static final String HELLO =
      "1603010049"
          + "01000045"
          + "%s"
          + "00".repeat(32)
          + "00"
          + "0008c02bc02fc009c013"
          + "0100"
          + "0014"
          + "000d00080006040308040401"
          + "000a000400020017";

  private final SSLContext context;

  private TlsClient(SSLContext context) {
    this.context = context;
  }

  public static TlsClient trusting(Path authority) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", Pem.certificates(authority).get(0));
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return new TlsClient(context);
    } catch (IOException | GeneralSecurityException | UnusableFileException e) {
      throw new AssertionError(e);
    }
  }

  /** What a request with the usual checks of certificate and host gets. */
  public int status(String url) throws IOException {
    HttpClient client =
        HttpClient.newBuilder().sslContext(context).version(HttpClient.Version.HTTP_1_1).build();
    try {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
          .statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Whose certificate is shown to a client of one version. */
  public String subject(int port, String version) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return shown.getSubjectX500Principal().getName();
    }
  }

  /** Whether the server goes on with a client that knows no newer version than this. */
  public static boolean greets(int port, String version) throws IOException {
    String number = version.equals("TLSv1.1") ? "0302" : "0303";
    try (Socket socket = open(port)) {
      socket.getOutputStream().write(HexFormat.of().parseHex(HELLO.formatted(number)));
      return socket.getInputStream().read() == HANDSHAKE;
    }
  }

  /** Everything until the server hangs up. */
  public static String answerToPlaintext(int port) throws IOException {
    String request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    try (Socket socket = open(port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static Socket open(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }
}
