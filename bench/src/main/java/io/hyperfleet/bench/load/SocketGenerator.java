package io.hyperfleet.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thread with a blocking socket for each connection: little work, so that most is the server's.
 */
public final class SocketGenerator implements LoadGenerator {

  private static final int PATIENCE_MILLIS = 30_000;

  private final int connections;
  private final int rows;
  private final AtomicInteger workers = new AtomicInteger();

  public SocketGenerator(int connections, int rows) {
    this.connections = connections;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "java";
  }

  @Override
  public Sample run(int port, RequestTemplate request, Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    List<Worker> clients = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      clients.add(new Client(port, request, end));
    }
    return Worker.run(clients);
  }

  private final class Client extends Worker {

    private final int port;
    private final RequestTemplate request;
    private final int number = workers.incrementAndGet();

    Client(int port, RequestTemplate request, long end) {
      super(end, MOST_REQUESTS / connections);
      this.port = port;
      this.request = request;
    }

    /** A connection that breaks is an error and gets a successor; none at all ends the run. */
    @Override
    public Worker call() throws IOException {
      while (mayGoOn()) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
          socket.setTcpNoDelay(true);
          socket.setSoTimeout(PATIENCE_MILLIS);
          use(socket);
        }
      }
      return this;
    }

    private void use(Socket socket) throws IOException {
      AnswerReader answers = new AnswerReader(socket.getInputStream());
      try {
        while (mayGoOn() && !answers.closes()) {
          byte[] bytes = request.fill(rows, "j" + number + "-" + done());
          long startedAt = System.nanoTime();
          socket.getOutputStream().write(bytes);
          int status = answers.status();
          record(startedAt, status >= 200 && status < 300);
        }
      } catch (IOException broken) {
        recordLoss();
      }
    }
  }
}
