package io.hyperfleet.persistence.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Stands between a program and PostgreSQL and writes down each time that the program waits for an
 * answer: after a Sync or a simple query with nothing behind it. Who sends it, and what for, makes
 * no difference.
 */
public final class RoundTrips implements AutoCloseable {

  private final ServerSocket entrance;
  private final String host;
  private final int port;
  private final Queue<String> trips = new ConcurrentLinkedQueue<>();
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private interface Work {
    void run() throws IOException;
  }

  private RoundTrips(ServerSocket entrance, String host, int port) {
    this.entrance = entrance;
    this.host = host;
    this.port = port;
    start(this::accept);
  }

  public static RoundTrips to(String host, int port) {
    try {
      ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      return new RoundTrips(entrance, host, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** The statements of each round trip since the last call, with semicolons between them. */
  public List<String> drain() {
    List<String> drained = new ArrayList<>();
    for (String trip = trips.poll(); trip != null; trip = trips.poll()) {
      drained.add(trip);
    }
    return drained;
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket near = entrance.accept();
      Socket far = new Socket(host, port);
      sockets.add(near);
      sockets.add(far);
      start(
          () -> {
            try (near;
                far) {
              new FrontendMessages(near.getInputStream(), trips::add).copyTo(far.getOutputStream());
            }
          });
      start(
          () -> {
            try (near;
                far;
                InputStream answers = far.getInputStream()) {
              answers.transferTo(near.getOutputStream());
            }
          });
    }
  }

  private static void start(Work work) {
    Thread thread = new Thread(() -> untilOneHangsUp(work), "round-trips");
    thread.setDaemon(true);
    thread.start();
  }

  private static void untilOneHangsUp(Work work) {
    try {
      work.run();
    } catch (IOException hungUp) {
      // Its own end, which closes both sides, is all that has to follow.
    }
  }
}
