package io.hyperfleet.hostile.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One connection, over which goes what no client library would send. Characters are bytes. */
public final class RawHttp implements AutoCloseable {

  /** Long enough for a server that is busy; nothing is measured by it. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final int REMEMBERED = 4096;

  private final Socket socket;
  private final InputStream in;
  private final StringBuilder sent = new StringBuilder();

  private RawHttp(Socket socket, InputStream in) {
    this.socket = socket;
    this.in = in;
  }

  public static RawHttp to(int port) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      return new RawHttp(socket, new BufferedInputStream(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public RawHttp send(String text) {
    sent.append(text, 0, Math.min(text.length(), REMEMBERED - sent.length()));
    try {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
      return this;
    } catch (SocketException hungUp) {
      return this; // before it had read everything; its answer is there all the same
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says that nothing more will come, and still listens. */
  public RawHttp sendNoMore() {
    try {
      socket.shutdownOutput();
      return this;
    } catch (SocketException hungUp) {
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first of what went out. */
  public String sent() {
    return sent.toString();
  }

  /** The next answer. */
  public Answer answer() {
    return next().orElseThrow(() -> new IllegalStateException("the server hung up"));
  }

  /** Waits until the server hangs up or answers. */
  public boolean isClosed() {
    return next().isEmpty();
  }

  /** The next answer, unless the server hangs up. */
  public Optional<Answer> next() {
    try {
      String start = line();
      if (start.isEmpty()) {
        return Optional.empty();
      }
      Map<String, String> headers = headers();
      boolean interim = start.startsWith("HTTP/1.1 1");
      return interim ? next() : Optional.of(new Answer(start, headers, body(headers)));
    } catch (SocketException reset) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes that many bytes at most. */
  public RawHttp read(int bytes) {
    try {
      in.readNBytes(bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hangs up without a farewell: what is under way is lost. */
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private String body(Map<String, String> headers) throws IOException {
    if (sent.indexOf("HEAD ") == 0) {
      return "";
    }
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
