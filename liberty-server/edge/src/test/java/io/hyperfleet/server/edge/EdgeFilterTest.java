package io.hyperfleet.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three listeners before four applications: that of the API, the probes, and two of the server. */
class EdgeFilterTest {

  private static final Map<Integer, Audience> LISTENERS =
      Map.of(8000, Audience.CLIENTS, 8080, Audience.PROBES, 9090, Audience.SCRAPERS);

  /** Nobody looks, so nobody waited. */
  private static final ThreadWait WAIT = new ThreadWait(Runnable::run, System::nanoTime);

  private HttpServletRequest seen;

  private Requested send(Requested requested, String root, boolean besideTheApi)
      throws ServletException, IOException {
    new EdgeFilter(LISTENERS, requested.application(root, besideTheApi), WAIT)
        .doFilter(
            requested.request(),
            requested.response(),
            (request, response) -> {
              seen = (HttpServletRequest) request;
              requested.events.add("let through");
            });
    return requested;
  }

  @ParameterizedTest
  @CsvSource({
    "8000,/api,/api/hyperfleet",
    "8000,/api,/api",
    "8080,'',/healthz",
    "8080,'',/readyz",
    "8080,/health,/health",
    "8080,/health,/health/ready",
    "9090,/metrics,/metrics"
  })
  void eachListenerServesItsAudience(int port, String root, String path) throws Exception {
    Requested requested = send(Requested.get(path).on(port), root, true);

    assertThat(requested.events).containsExactly("let through");
    assertThat(requested.attributes).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "8000,'',/healthz",
    "8000,'',/nothing",
    "8000,/health,/health",
    "8000,/metrics,/metrics",
    "8080,'',/",
    "8080,'',/healthz/",
    "8080,/health,/health/bogus",
    "8080,/health,/health;x",
    "8080,/metrics,/metrics",
    "9090,'',/readyz",
    "9090,/health,/health",
    "9090,/metrics,/metrics/base",
    "7000,/metrics,/metrics"
  })
  void whatIsServedElsewhereIsLeftToTheApiToRefuse(int port, String root, String path)
      throws Exception {
    Requested requested = send(Requested.get(path).on(port), root, true);

    assertThat(requested.events).containsExactly("forward to /api");
    assertThat(requested.attributes).containsValue(404);
  }

  @ParameterizedTest
  @CsvSource({"8080", "9090", "7000"})
  void theApiIsToldThatItIsNotServedHere(int port) throws Exception {
    Requested requested = send(Requested.get("/api/hyperfleet").on(port), "/api", true);

    assertThat(requested.events).containsExactly("let through");
    assertThat(requested.attributes).containsValue(404);
  }

  @Test
  void aListenerOfWhichPeopleReadTakesNoOtherMethod() throws Exception {
    Requested post = new Requested("DELETE", "/readyz").with("Host", "x").on(8080);

    assertThat(send(post, "", true).events).containsExactly("forward to /api");
    assertThat(post.attributes).containsValues(405, "GET, HEAD");
  }

  @Test
  void whatIsMalformedIsRefusedWhereverItIsSent() throws Exception {
    Requested api = send(new Requested("GET", "/api/x"), "/api", true);
    Requested probe = send(new Requested("GET", "/readyz").on(8080), "", true);

    assertThat(api.attributes).containsValue(400);
    assertThat(probe.attributes).containsValue(400);
    assertThat(probe.events).containsExactly("forward to /api");
  }

  @Test
  void untilTheApiIsUpARefusalIsABareStatus() throws Exception {
    Requested requested = send(Requested.get("/nothing").on(8080), "", false);

    assertThat(requested.events).containsExactly("setStatus 404", "setContentLength 0");
  }

  @Test
  void theServerSeesAReadAndNothingElseOfTheClient() throws Exception {
    send(
        new Requested("HEAD", "/metrics").with("Host", "x").with("Accept", "///").on(9090),
        "/metrics",
        true);

    assertThat(seen.getMethod()).isEqualTo("GET");
    assertThat(seen.getQueryString()).isNull();
    assertThat(seen.getHeader("Accept")).isNull();
    assertThat(seen.getHeaders("Accept").hasMoreElements()).isFalse();
    assertThat(seen.getHeaderNames().hasMoreElements()).isFalse();
    assertThat(seen.getParameter("scope")).isNull();
    assertThat(seen.getParameterValues("scope")).isNull();
    assertThat(seen.getParameterNames().hasMoreElements()).isFalse();
    assertThat(seen.getParameterMap()).isEmpty();
  }
}
