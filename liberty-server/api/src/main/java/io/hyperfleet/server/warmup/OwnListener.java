package io.hyperfleet.server.warmup;

import io.hyperfleet.rest.request.RequestContexts;
import io.hyperfleet.rest.request.WarmUpPass;
import io.hyperfleet.server.tls.Identity;
import io.hyperfleet.server.tls.UnusableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** The listener of the API, asked from within the process over a connection of this machine. */
public final class OwnListener {

  private final String host;
  private final int port;
  private final Optional<Path> certificate;
  private final WarmUpPass pass;
  private SSLSocketFactory trust;

  /**
   * Connects to nothing yet.
   *
   * @param host that it is bound to, which may stand for every address
   * @param certificate that it shows; empty if it speaks plain HTTP
   */
  public OwnListener(String host, int port, Optional<Path> certificate, WarmUpPass pass) {
    this.host = host;
    this.port = port;
    this.certificate = certificate;
    this.pass = pass;
  }

  /**
   * Answers the status.
   *
   * @throws ConnectException if the application cannot be reached there, or not yet
   */
  int send(OwnRequest request, Duration patience) throws IOException {
    HttpURLConnection connection = open(request.target());
    int millis = (int) Math.max(1, patience.toMillis());
    connection.setConnectTimeout(millis);
    connection.setReadTimeout(millis);
    connection.setUseCaches(false);
    connection.setRequestProperty(WarmUpPass.HEADER, pass.text());
    if (!request.body().isEmpty()) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(request.body().getBytes(StandardCharsets.UTF_8));
      }
    }
    int status = connection.getResponseCode();
    // Read to its end, because only then the next request finds the connection open.
    try (InputStream in =
        status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      if (in != null) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    if (connection.getHeaderField(RequestContexts.ID_HEADER) == null) {
      throw new ConnectException("the application does not answer there");
    }
    return status;
  }

  private HttpURLConnection open(String target) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    String here =
        address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress().getHostAddress() : host;
    URI listener = URI.create(url(here) + target);
    HttpURLConnection connection =
        (HttpURLConnection) listener.toURL().openConnection(Proxy.NO_PROXY);
    if (connection instanceof HttpsURLConnection encrypted) {
      encrypted.setSSLSocketFactory(trust(certificate.orElseThrow()));
      // It is known by its certificate, whatever name others call it by.
      encrypted.setHostnameVerifier((name, session) -> true);
    }
    return connection;
  }

  private String url(String here) throws IOException {
    try {
      return new URI(certificate.isPresent() ? "https" : "http", null, here, port, null, null, null)
          .toString();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private synchronized SSLSocketFactory trust(Path file) throws IOException {
    if (trust == null) {
      try {
        trust = Identity.read(file).trustedAlone();
      } catch (UnusableFileException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    return trust;
  }
}
