package io.hyperfleet.server.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.hyperfleet.domain.kind.DefaultRegistry;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.rest.request.RequestContexts;
import io.hyperfleet.rest.request.WarmUpPass;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private static final KindDescriptor KIND = DefaultRegistry.catalogue().all().get(0);
  private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofMinutes(1);
  private static final Duration A_MOMENT = Duration.ofMillis(100);

  private final WarmUpPass pass = new WarmUpPass(new Random(7));
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Logger logger = Logger.getLogger(WarmUp.class.getName());
  private final Lines lines = new Lines();
  private HttpServer server;

  /** What is logged, with its level. */
  private static final class Lines extends Handler {
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      told.add(line.getLevel() + " " + new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeEach
  void open() throws IOException {
    logger.addHandler(lines);
    logger.setUseParentHandlers(false);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
    logger.removeHandler(lines);
    logger.setUseParentHandlers(true);
  }

  private void warmUp(int port, Duration limit) {
    warmUp(port, limit, threads);
  }

  private void warmUp(int port, Duration limit, ExecutorService executor) {
    OwnListener listener = new OwnListener("localhost", port, Optional.empty(), pass);
    new WarmUp(listener, KIND, executor, limit).run();
  }

  private void warmUp(HttpHandler application, Duration limit) {
    server.createContext("/", application);
    warmUp(server.getAddress().getPort(), limit);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set(RequestContexts.ID_HEADER, "some id");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void everyRequestShowsThePassAndReadsOrIsRefused() {
    Set<String> requests = ConcurrentHashMap.newKeySet();
    Set<String> passes = ConcurrentHashMap.newKeySet();

    warmUp(
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          passes.add(String.valueOf(exchange.getRequestHeaders().getFirst(WarmUpPass.HEADER)));
          answer(exchange, 400);
        },
        AS_LONG_AS_IT_TAKES);

    assertThat(passes).containsExactly(pass.text());
    assertThat(requests)
        .contains("POST /api/hyperfleet/v1/clusters", "GET /api/hyperfleet/v1/clusters")
        .allMatch(request -> request.matches("(GET|POST) /api/hyperfleet/.*"));
    assertThat(lines.told).singleElement().asString().startsWith("INFO Warmed up requests=");
  }

  @Test
  void itWaitsForAnApplicationThatIsNotThereYet() {
    AtomicInteger asked = new AtomicInteger();

    warmUp(
        exchange -> {
          if (asked.incrementAndGet() > 3) {
            answer(exchange, 404);
          } else {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
          }
        },
        AS_LONG_AS_IT_TAKES);

    assertThat(asked).hasValueGreaterThan(10);
    assertThat(lines.told).singleElement().asString().startsWith("INFO Warmed up requests=");
  }

  @Test
  void aServiceThatFailsIsToldInOneLine() {
    warmUp(exchange -> answer(exchange, 503), AS_LONG_AS_IT_TAKES);

    assertThat(lines.told).singleElement().asString().startsWith("WARNING").contains("503");
  }

  @Test
  void answersThatDoNotComeAreNotWaitedFor() {
    warmUp(answersUntil(3), Duration.ofSeconds(1));

    assertThat(lines.told).singleElement().asString().startsWith("WARNING Not warmed up");
  }

  @Test
  void whatWasAnsweredInTimeIsEnoughIfItWasEverySort() {
    warmUp(answersUntil(100), Duration.ofSeconds(10));

    assertThat(lines.told).singleElement().asString().startsWith("INFO Warmed up requests=");
  }

  /** After so many it keeps silent. */
  private HttpHandler answersUntil(int last) {
    AtomicInteger asked = new AtomicInteger();
    return exchange -> {
      if (asked.incrementAndGet() > last) {
        awaitTheEnd();
      }
      answer(exchange, 200);
    };
  }

  private void awaitTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whereNobodyListensItGivesUpInTime() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    warmUp(port, A_MOMENT);

    assertThat(lines.told).singleElement().asString().startsWith("WARNING Not warmed up");
  }

  @Test
  void aCertificateThatCannotBeReadIsToldInOneLine() {
    OwnListener listener =
        new OwnListener(
            "localhost", server.getAddress().getPort(), Optional.of(Path.of("none.pem")), pass);

    new WarmUp(listener, KIND, threads, AS_LONG_AS_IT_TAKES).run();

    assertThat(lines.told).singleElement().asString().contains("WARNING", "none.pem");
  }

  @Test
  void threadsThatCannotBeHadAreNoReasonToFail() {
    ExecutorService closed = Executors.newCachedThreadPool();
    closed.shutdown();
    server.createContext("/", exchange -> answer(exchange, 200));

    warmUp(server.getAddress().getPort(), AS_LONG_AS_IT_TAKES, closed);

    assertThat(lines.told).singleElement().asString().startsWith("WARNING Not warmed up");
  }

  @Test
  void whoStopsTheServiceStopsIt() {
    Thread.currentThread().interrupt();

    warmUp(exchange -> answer(exchange, 200), AS_LONG_AS_IT_TAKES);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(lines.told).isEmpty();
  }
}
