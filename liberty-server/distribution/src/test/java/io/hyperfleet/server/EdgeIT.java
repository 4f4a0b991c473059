package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.hostile.wire.Answer;
import io.hyperfleet.hostile.wire.RawHttp;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which listener serves what, and what becomes of its connections. */
@ResourceLock(SharedServer.TURN)
class EdgeIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final String CLUSTERS = "/api/hyperfleet/v1/clusters";
  private static final String SECOND = "GET /api/hyperfleet HTTP/1.1\r\nHost: x\r\n\r\n";

  private static int port(String listener) {
    PackagedServer server = SHARED.server();
    String uri =
        switch (listener) {
          case "api" -> server.api("");
          case "health" -> server.health("");
          default -> server.metrics("");
        };
    return URI.create(uri).getPort();
  }

  private static Answer get(String listener, String host, String target) {
    return request("GET", listener, host, target);
  }

  private static Answer request(String method, String listener, String host, String target) {
    try (RawHttp connection = RawHttp.to(port(listener))) {
      return connection
          .send(
              "%s %s HTTP/1.1\r\nHost: %s\r\nAccept: ///\r\nConnection: close\r\n\r\n"
                  .formatted(method, target, host))
          .answer();
    }
  }

  private static void assertUnknown(Answer answer) {
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.body()).contains("HYPERFLEET-NTF-000", "\"trace_id\":\"\"");
    assertThat(answer.header("x-request-id")).hasSize(36);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "a.example:18000", "b.example:443", "[::1]:9", ""})
  void aListenerServesItsAudienceWhateverHostIsAskedFor(String host) {
    for (String listener : new String[] {"api", "health", "metrics"}) {
      for (String path : new String[] {"/api/hyperfleet", "/readyz", "/health", "/metrics"}) {
        Answer answer = get(listener, host, path);
        if (path.startsWith(listener, 1) || (path.equals("/readyz") && listener.equals("health"))) {
          assertThat(answer.status()).as(listener + path).isEqualTo(200);
        } else {
          assertUnknown(answer);
        }
      }
    }
  }

  @Test
  void theHostOfAnotherListenerOpensNoDoor() {
    assertUnknown(get("api", "localhost:" + port("metrics"), "/metrics"));
    assertUnknown(get("metrics", "localhost:" + port("api"), "/api/hyperfleet"));
    assertThat(get("api", "localhost:" + port("health"), "/api/hyperfleet").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "health,/health/bogus",
    "health,/health/",
    "health,/readyz/",
    "health,/",
    "metrics,/metrics/base",
    "metrics,/metrics/",
    "metrics,//metrics"
  })
  void whatNoListenerServesIsAProblem(String listener, String path) {
    assertUnknown(get(listener, "x", path));
  }

  @ParameterizedTest
  @CsvSource({"health,/health/..", "api,/api/..", "metrics,/x/../metrics", "api,/api/%2e;x"})
  void aSegmentThatIsNoNameIsABareRefusal(String listener, String path) {
    Answer answer = get(listener, "x", path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
  }

  @Test
  void aControlCharacterInAPathIsABareRefusal() {
    Answer answer = get("api", "x", "/api/hyperfleet\b");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void everyUnknownPathLeavesALineWithItsId() {
    String id = get("metrics", "x", "/nowhere?a=b").header("x-request-id");
    Await.until(
        () -> "no line of request " + id,
        () ->
            SHARED.server().lines().stream()
                .anyMatch(it -> it.contains("path=/nowhere status_code=404") && it.contains(id)));
  }

  @Test
  void noHeaderSpeaksForTheConnection() {
    try (RawHttp connection = RawHttp.to(port("api"))) {
      connection.send(
          "GET /metrics HTTP/1.1\r\nHost: x\r\n$WSRA: 203.0.113.9\r\n$WSSN: y\r\n$WSSP: %d\r\n\r\n"
              .formatted(port("metrics")));
      Answer answer = connection.answer();

      assertUnknown(answer);
      String id = answer.header("x-request-id");
      Await.until(
          () -> "no line of this machine for request " + id,
          () ->
              SHARED.server().lines().stream()
                  .anyMatch(it -> it.contains(id) && it.endsWith("remote_addr=127.0.0.1")));
    }
  }

  @ParameterizedTest
  @CsvSource({"health,/health", "health,/readyz", "metrics,/metrics"})
  void aProbeIsReadInOneWayOnly(String listener, String path) {
    assertThat(get(listener, "x", path + "?scope=x&name=y&a%").status()).isEqualTo(200);
    assertThat(Http.method("HEAD", "http://localhost:" + port(listener) + path).status())
        .isEqualTo(200);
    for (String method : new String[] {"DELETE", "OPTIONS", "TRACE", "CONNECT"}) {
      Answer answer = request(method, listener, "x", path);
      assertThat(answer.status()).as(method).isEqualTo(405);
      assertThat(answer.header("allow")).isEqualTo("GET, HEAD");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/health;x,health,/health",
    "/metrics;x,metrics,/metrics",
    "/api;x/hyperfleet,api,/api/hyperfleet"
  })
  void aRequestTakesNoPathAwayFromOthers(String taking, String listener, String path) {
    String host = "victim-of-" + listener;
    for (String way : new String[] {"api", "health", "metrics"}) {
      assertUnknown(get(way, host, taking));
    }

    assertThat(get(listener, host, path).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"^", "|", "\"", "<", ">", "{", "}", "[", "]", "`", "\\", "#"})
  void aCharacterThatNoUriMayHoldIsACharacterOfAnId(String character) {
    Answer answer = get("api", "x", CLUSTERS + "/a" + character + "b");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("Cluster with id=");
    assertUnknown(get("api", "x", "/a" + character + "b"));
  }

  @Test
  void aQueryThatCannotBeDecodedIsRefusedWhereThereIsAnybodyToAsk() {
    Answer known = get("api", "x", CLUSTERS + "?a%&b");

    assertThat(known.status()).isEqualTo(400);
    assertThat(known.body()).contains("HYPERFLEET-VAL-000", "not percent-encoded");
    assertUnknown(get("api", "x", "/api/.?a%&b"));
    assertThat(get("api", "x", CLUSTERS + "?a=%5E^|").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | GET /nowhere | 0",
        "404 | POST /nowhere | 5000000",
        "404 | GET " + CLUSTERS + "/x | 0",
        "405 | PUT " + CLUSTERS + " | 5",
        "400 | POST " + CLUSTERS + " | 5",
        "413 | POST " + CLUSTERS + " | 2000000"
      })
  void aRefusalKeepsTheConnectionAndSkipsItsBody(int status, String request, int length) {
    try (RawHttp connection = RawHttp.to(port("api"))) {
      connection.send(
          "%s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s%s"
              .formatted(request, length, "x".repeat(length), SECOND));

      assertThat(connection.answer().status()).isEqualTo(status);
      Answer second = connection.answer();
      assertThat(second.status()).isEqualTo(200);
      assertThat(second.body()).contains("\"kind\":\"API\"");
    }
  }

  @Test
  void aPackedBodyIsRefused() {
    try (RawHttp connection = RawHttp.to(port("api"))) {
      connection.send(
          "POST %s HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}%s"
              .formatted(CLUSTERS, SECOND));

      assertThat(connection.answer().status()).isEqualTo(415);
      assertThat(connection.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void theSecondVersionOfTheProtocolIsNotSpokenInCleartext() {
    String upgrade =
        String.join(
            "\r\n",
            "Connection: Upgrade, HTTP2-Settings",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAAQAAP__");
    try (RawHttp connection = RawHttp.to(port("api"))) {
      connection.send("GET /api/hyperfleet HTTP/1.1\r\nHost: x\r\n%s\r\n\r\n".formatted(upgrade));

      assertThat(connection.answer().start()).isEqualTo("HTTP/1.1 200 OK");
    }
    try (RawHttp connection = RawHttp.to(port("api"))) {
      connection.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

      assertThat(connection.answer().status()).isEqualTo(400);
      assertThat(connection.isClosed()).isTrue();
    }
  }
}
