package io.hyperfleet.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hyperfleet.bench.started.BenchException;
import io.hyperfleet.bench.started.Cleanup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever makes the load sends the same and counts the same. */
class LoadGeneratorIT {

  private static final int ROWS = 3;
  private static final Duration SHORT = Duration.ofMillis(300);

  private final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(
        String.join(
            " ",
            exchange.getRequestMethod(),
            path,
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII)));
    exchange.sendResponseHeaders(path.equals("/refused") ? 409 : 200, -1);
    exchange.close();
  }

  abstract class Contract {

    abstract LoadGenerator generator();

    @Test
    void everyRequestIsCountedOnce() {
      Sample sample = run(RequestTemplate.get("/"));

      assertThat(sample.requests()).isPositive();
      assertThat(sample.latencies().total()).isEqualTo(sample.requests());
      assertThat(sample.errors()).isZero();
      // What was still under way in the end is sent, but not counted by every generator.
      assertThat((long) requests.size()).isBetween(sample.requests(), sample.requests() + 2);
    }

    @Test
    void everyRefusalIsAnError() {
      Sample sample = run(RequestTemplate.get("/refused"));

      assertThat(sample.errors()).isPositive().isEqualTo(sample.requests());
    }

    @Test
    void idsAreThoseOfSeededRows() {
      run(RequestTemplate.get("/{id}"));

      assertThat(requests)
          .isNotEmpty()
          .isSubsetOf(
              LongStream.rangeClosed(1, ROWS)
                  .mapToObj(number -> "GET /" + SeededId.of(number) + " ")
                  .toArray(String[]::new));
    }

    @Test
    void uniqueTextsAreUniqueAlsoInTheNextRun() {
      RequestTemplate request = RequestTemplate.post("/", "{\"name\":\"{unique}\"}");
      LoadGenerator generator = generator();
      generator.run(server.getAddress().getPort(), request, SHORT);
      generator.run(server.getAddress().getPort(), request, SHORT);

      assertThat(requests)
          .hasSizeGreaterThan(2)
          .doesNotHaveDuplicates()
          .allMatch(text -> text.matches("POST / \\{\"name\":\"[a-z0-9-]{3,30}\"}"));
    }

    private Sample run(RequestTemplate request) {
      return generator().run(server.getAddress().getPort(), request, SHORT);
    }
  }

  @Nested
  class Sockets extends Contract {

    @Override
    LoadGenerator generator() {
      return new SocketGenerator(2, ROWS);
    }

    @Test
    void nobodyThereEndsTheRun() {
      server.stop(0);

      assertThatThrownBy(
              () -> generator().run(server.getAddress().getPort(), RequestTemplate.get("/"), SHORT))
          .isInstanceOf(BenchException.class)
          .hasMessageContaining("Connection refused");
    }
  }

  @Nested
  class Wrk extends Contract {

    @TempDir Path folder;

    @Override
    LoadGenerator generator() {
      assumeTrue(Programs.has("wrk"), "wrk cannot be called");
      return new WrkGenerator(new Cleanup(), folder, 2, ROWS);
    }
  }
}
