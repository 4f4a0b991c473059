package io.hyperfleet.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a server and its database, which a test can cut. */
final class TcpProxy implements AutoCloseable {

  private final ServerSocket entrance;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private TcpProxy(ServerSocket entrance, int target) {
    this.entrance = entrance;
    this.target = target;
    start(this::accept);
  }

  static TcpProxy to(int target) {
    try {
      return new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Breaks every connection there is; new ones are let through. */
  void cut() {
    sockets.forEach(TcpProxy::close);
    sockets.clear();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }

  private void accept() {
    try {
      while (true) {
        connect(entrance.accept());
      }
    } catch (IOException closed) {
      cut();
    }
  }

  /** Who is let in while the target is away is sent off again. */
  private void connect(Socket near) {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(near);
      sockets.add(far);
      start(() -> carry(near, far));
      start(() -> carry(far, near));
    } catch (IOException away) {
      close(near);
    }
  }

  private static void carry(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException cut) {
      close(from);
      close(to);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tcp-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
