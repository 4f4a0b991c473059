package io.hyperfleet.bench.started;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ports of this machine, and whether somebody answers there. */
final class Ports {

  private static final int PATIENCE_MILLIS = 2_000;
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration START = Duration.ofMinutes(3);

  private Ports() {}

  /** Different ones: all are held until all are known. */
  static List<Integer> free(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns once this page is 200, at the latest one pause after it became so. */
  static void await(Child server, int port, String path) {
    long deadline = System.nanoTime() + START.toNanos();
    while (!answers(port, path)) {
      if (System.nanoTime() > deadline) {
        throw new BenchException("%s is not ready after %d s".formatted(server, START.toSeconds()));
      }
      if (server.endsWithin(PAUSE)) {
        server.checkAlive();
      }
    }
  }

  private static boolean answers(int port, String path) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://localhost:" + port + path).toURL().openConnection();
      connection.setConnectTimeout(PATIENCE_MILLIS);
      connection.setReadTimeout(PATIENCE_MILLIS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }
}
