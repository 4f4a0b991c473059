package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.Http.Answer;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What surrounds every request: its line on the console, the headers, the metrics. */
@ResourceLock(SharedServer.TURN)
class SurroundingsIT {

  @RegisterExtension static final SharedServer SHARED = new SharedServer();

  private static final String LINE =
      "\\d\\d:\\d\\d:\\d\\d INFO  HTTP request completed method=%s path=%s status_code=%d"
          + " duration_ms=\\d+ request_id=%s remote_addr=[0-9a-f.:]+";

  @Test
  void everyRequestLeavesOneLineWithItsId() {
    assertLine("GET", "/api/hyperfleet", "/api/hyperfleet");
    assertLine("GET", "/api/hyperfleet/v1/clusters?size=1", "/api/hyperfleet/v1/clusters");
    assertLine("PUT", "/api/hyperfleet/v1/clusters/", "/api/hyperfleet/v1/clusters");
    assertLine("GET", "/no%20where/%e2%80%a8", "/no%20where/%e2%80%a8");
    assertLine("GET", "/" + "x".repeat(3000), "/" + "x".repeat(1023) + "\\.\\.\\.");
  }

  private static void assertLine(String method, String uri, String path) {
    Answer answer = Http.method(method, SHARED.server().api(uri));

    String id = answer.header("X-Request-ID");
    Await.until(
        () -> "no line of request " + id,
        () -> SHARED.server().lines().stream().anyMatch(line -> line.contains(id)));
    assertThat(SHARED.server().lines())
        .filteredOn(line -> line.contains(id))
        .singleElement()
        .asString()
        .matches(LINE.formatted(method, path, answer.status(), id));
  }

  private static Stream<String> answersOfEveryListener() {
    PackagedServer server = SHARED.server();
    return Stream.of(
        server.api("/api/hyperfleet"),
        server.api("/api/hyperfleet/v1/clusters"),
        server.api("/nowhere"),
        server.api("/%00"),
        server.health("/healthz"),
        server.health("/readyz"),
        server.health("/health"),
        server.health("/nowhere"),
        server.metrics("/metrics"),
        server.metrics("/nowhere"));
  }

  @Test
  void noAnswerIsLeftToTheGuessesOfABrowser() {
    assertThat(answersOfEveryListener())
        .allSatisfy(
            uri ->
                assertThat(Http.get(uri).response().headers().allValues("X-Content-Type-Options"))
                    .containsExactly("nosniff"));
  }

  @Test
  void nothingThatClientsInventBecomesASeries() {
    Set<String> before = series();

    IntStream.range(0, 300)
        .forEach(
            i -> {
              Http.method("M" + i, SHARED.server().api("/api/hyperfleet/v1/clusters/" + i));
              Http.get(SHARED.server().api("/invented-" + i + "?q" + i));
            });

    assertThat(series()).isEqualTo(before);
  }

  /** Names and labels, without values. */
  private static Set<String> series() {
    return Http.get(SHARED.server().metrics("/metrics"))
        .body()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .collect(Collectors.toSet());
  }
}
