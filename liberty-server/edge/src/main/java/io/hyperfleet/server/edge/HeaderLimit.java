package io.hyperfleet.server.edge;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Ends connections whose headers do not come. The server's own limit counts for each read, so that
 * a byte now and then would hold a connection for hours.
 */
final class HeaderLimit {

  static final Duration LIMIT = Duration.ofSeconds(10);

  /** As long as requests wait for a thread, what is unread may be so through no fault of theirs. */
  static final Duration SHORT_OF_THREADS = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Since when a connection is seen with the headers of the same request. */
  private record Seen(int request, long since) {}

  private final Supplier<Map<Socket, Integer>> unread;
  private final LongSupplier waited;
  private final LongSupplier nanos;
  private final Map<Socket, Seen> seen = new HashMap<>();

  /**
   * Between connections and a clock.
   *
   * @param unread each connection whose headers are not all there, with the number of its request
   * @param waited how long requests wait for a thread, in nanoseconds
   */
  HeaderLimit(Supplier<Map<Socket, Integer>> unread, LongSupplier waited, LongSupplier nanos) {
    this.unread = unread;
    this.waited = waited;
    this.nanos = nanos;
  }

  Thread start() {
    return Lookout.start("header-limit", PAUSE, this::look);
  }

  void look() {
    if (waited.getAsLong() >= SHORT_OF_THREADS.toNanos()) {
      seen.clear();
      return;
    }
    long now = nanos.getAsLong();
    Map<Socket, Integer> current = unread.get();
    seen.keySet().retainAll(current.keySet());
    current.forEach(
        (socket, request) -> {
          Seen first = seen.get(socket);
          if (first == null || first.request() != request) {
            seen.put(socket, new Seen(request, now));
          } else if (now - first.since() >= LIMIT.toNanos()) {
            end(socket);
          }
        });
  }

  /** The server reads an end where it waits for more, and closes as if the client had. */
  private static void end(Socket socket) {
    try {
      socket.shutdownInput();
    } catch (IOException alreadyClosed) {
      return; // which is all that is wanted
    }
  }
}
