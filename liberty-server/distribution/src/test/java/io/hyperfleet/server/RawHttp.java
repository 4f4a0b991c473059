package io.hyperfleet.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One connection, over which a test sends what no client library would. */
final class RawHttp implements AutoCloseable {

  private final Socket socket;
  private final InputStream in;

  private RawHttp(Socket socket, InputStream in) {
    this.socket = socket;
    this.in = in;
  }

  static RawHttp to(int port) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout((int) Await.PATIENCE.toMillis());
      return new RawHttp(socket, new BufferedInputStream(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came back; the names of headers are in lower case. */
  record Answer(String start, Map<String, String> headers, String body) {

    int status() {
      return Integer.parseInt(start.split(" ", -1)[1]);
    }

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  RawHttp send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      return this;
    } catch (SocketException hungUp) {
      return this; // before it had read everything; its answer is there all the same
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer. */
  Answer answer() {
    return next().orElseThrow(() -> new AssertionError("the server hung up"));
  }

  /** Waits until the server hangs up or answers. */
  boolean isClosed() {
    return next().isEmpty();
  }

  private Optional<Answer> next() {
    try {
      String start = line();
      if (start.isEmpty()) {
        return Optional.empty();
      }
      Map<String, String> headers = new TreeMap<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      return Optional.of(new Answer(start, headers, body(headers)));
    } catch (SocketException reset) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String body(Map<String, String> headers) throws IOException {
    if (!"chunked".equals(headers.get("transfer-encoding"))) {
      return text(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
    StringBuilder body = new StringBuilder();
    for (int size = chunk(); size > 0; size = chunk()) {
      body.append(text(size));
      line();
    }
    line();
    return body.toString();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String text(int length) throws IOException {
    return new String(in.readNBytes(length), ISO_8859_1);
  }

  /** Empty at the end as well. */
  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
