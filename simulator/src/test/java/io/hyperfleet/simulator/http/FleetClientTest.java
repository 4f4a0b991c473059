package io.hyperfleet.simulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hyperfleet.simulator.measure.Complaints;
import io.hyperfleet.simulator.measure.Measures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real listener that answers what a test tells it to, one answer after the other. */
class FleetClientTest {

  private static final String PROBLEM = "application/problem+json";

  private final Deque<Scripted> answers = new ArrayDeque<>();
  private final List<Headers> received = Collections.synchronizedList(new ArrayList<>());
  private final List<String> targets = Collections.synchronizedList(new ArrayList<>());
  private final List<Duration> pauses = new ArrayList<>();
  private final Measures measures = new Measures();
  private final Complaints complaints = new Complaints();
  private HttpServer listener;
  private FleetClient client;

  @BeforeEach
  void listen() throws IOException {
    listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    listener.createContext("/", this::answer);
    listener.start();
    URI url = URI.create("http://localhost:" + listener.getAddress().getPort() + "/");
    client = new FleetClient(url, measures, complaints, pauses::add);
  }

  @AfterEach
  void close() {
    listener.stop(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429, 408})
  void whatMayPassIsTriedAgain(int passing) throws InterruptedException {
    script(passing, PROBLEM, "{}");
    script(passing, PROBLEM, "{}");
    script(200, "application/json", "{\"a\":1}");

    Reply reply = client.send(get());

    assertThat(reply).isEqualTo(new Reply(200, "application/json", "{\"a\":1}"));
    assertThat(pauses).hasSize(2);
    assertThat(pauses.get(1)).isGreaterThan(pauses.get(0));
    assertThat(complaints.count()).isZero();
    assertThat(measures.retries()).isEqualTo(2);
    assertThat(measures.routes().get("GET /clusters/{id}").statuses())
        .containsExactlyInAnyOrderEntriesOf(Map.of(passing, 2L, 200, 1L));
  }

  @Test
  void anAdapterComplainsAfterItsThirdTry() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      script(503, PROBLEM, "{\"detail\":\"later\"}");
    }

    assertThat(client.send(get()).status()).isEqualTo(503);
    assertThat(pauses).hasSize(2);
    assertThat(complaints.first())
        .containsExactly("GET /clusters/{id}: unexpected answer: 503 {\"detail\":\"later\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 409, 422})
  void whatWillNotPassIsNotTriedAgain(int status) throws InterruptedException {
    script(status, PROBLEM, "{}");

    assertThat(client.send(get()).status()).isEqualTo(status);
    assertThat(pauses).isEmpty();
    assertThat(complaints.count()).isEqualTo(1);
  }

  @Test
  void aMissingResourceIsNoFault() throws InterruptedException {
    script(404, PROBLEM, "{\"code\":\"HYPERFLEET-NTF-001\"}");

    assertThat(client.send(get()).isNotFound()).isTrue();
    assertThat(complaints.count()).isZero();
  }

  @Test
  void aMissingResourceThatLooksLikeAnUnknownRouteIsAFault() throws InterruptedException {
    script(404, PROBLEM, "{\"code\":\"HYPERFLEET-NTF-000\"}");

    client.send(get());

    assertThat(complaints.first()).singleElement().asString().contains("unknown route");
  }

  @Test
  void aProblemOfAnotherMediaTypeIsAFault() throws InterruptedException {
    script(404, "text/html", "<html>");

    client.send(get());

    assertThat(complaints.first()).singleElement().asString().contains("not " + PROBLEM);
  }

  @Test
  void aCreationThatMeetsItsOwnFirstTryIsNoFault() throws InterruptedException {
    script(500, PROBLEM, "{}");
    script(409, PROBLEM, "{}");

    client.send(Call.of(ClientRole.OPERATOR, "POST", "/clusters", "/clusters", 201).with("{}"));

    assertThat(complaints.count()).isZero();
  }

  @Test
  void aCreationThatMeetsAnotherIsAFault() throws InterruptedException {
    script(409, PROBLEM, "{}");

    client.send(Call.of(ClientRole.OPERATOR, "POST", "/clusters", "/clusters", 201).with("{}"));

    assertThat(complaints.count()).isEqualTo(1);
  }

  @Test
  void whereNobodyListensThereIsNoAnswerAndTheReasonIsKept() throws InterruptedException {
    listener.stop(0);

    Reply reply = client.send(get());

    assertThat(reply.isNone()).isTrue();
    assertThat(reply.summary()).startsWith("no answer (ConnectException");
    assertThat(pauses).hasSize(2);
    assertThat(complaints.count()).isEqualTo(1);
  }

  @Test
  void requestsLookLikeThoseOfTheRealClients() throws InterruptedException {
    script(200, "application/json", "{}");

    client.send(
        Call.of(ClientRole.sentinel("clusters"), "GET", "/clusters", "/clusters?page=1", 200));

    assertThat(targets).containsExactly("/api/hyperfleet/v1/clusters?page=1");
    Headers headers = received.get(0);
    assertThat(headers.getFirst("User-Agent"))
        .isEqualTo("hyperfleet-sentinel/simulated (clusters)");
    assertThat(headers.getFirst("Accept-Encoding")).isEqualTo("gzip");
    assertThat(headers.getFirst("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    assertThat(headers.containsKey("Accept")).isFalse();
    assertThat(headers.containsKey("Content-Type")).isFalse();
  }

  @Test
  void bodiesArePackedAsJson() throws InterruptedException {
    script(201, "application/json", "{}");

    client.send(Call.of(ClientRole.ADAPTER, "PUT", "/clusters", "/clusters", 201).with("{}"));

    assertThat(received.get(0).getFirst("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void packedAnswersAreUnpacked() throws IOException, InterruptedException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"ü\":1}".getBytes(UTF_8));
    }
    answers.add(new Scripted(200, "application/json", "gzip", packed.toByteArray()));

    assertThat(client.send(get()).body()).isEqualTo("{\"ü\":1}");
  }

  private static Call get() {
    return Call.of(ClientRole.ADAPTER, "GET", "/clusters/{id}", "/clusters/1", 200, 404);
  }

  private void script(int status, String type, String body) {
    answers.add(new Scripted(status, type, "", body.getBytes(UTF_8)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    received.add(exchange.getRequestHeaders());
    targets.add(exchange.getRequestURI().toString());
    exchange.getRequestBody().readAllBytes();
    Scripted answer = answers.remove();
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    if (!answer.encoding().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Encoding", answer.encoding());
    }
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Scripted(int status, String type, String encoding, byte[] body) {}
}
