package io.hyperfleet.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.hyperfleet.application.request.MemoryBudget;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.request.TraceParent;
import io.hyperfleet.domain.caller.Caller;
import io.hyperfleet.domain.caller.TenantScope;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.rest.CapturedLog;
import io.hyperfleet.rest.HyperFleetApplication;
import io.hyperfleet.rest.ServletDouble;
import io.hyperfleet.rest.log.AccessLog;
import io.hyperfleet.rest.log.LineWriter;
import io.hyperfleet.rest.problem.Exchange;
import io.hyperfleet.rest.problem.FailureLog;
import io.hyperfleet.rest.request.ServiceState.Admission;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFilterTest {

  private static final MemoryBudget MEMORY = MemoryBudget.ofHeap(1 << 30);

  private static final String UUID_7 =
      "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-08-21T10:00:00Z"));
  private final TimeOrderedIds ids = new TimeOrderedIds(clock, new Random(7));
  private final CountingState state = new CountingState(Admission.HANDLED);
  private final List<HttpServletRequest> routed = new ArrayList<>();
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final CapturedLog failures = new CapturedLog(FailureLog.class.getName());

  @AfterEach
  void close() {
    failures.close();
  }

  private ServletDouble send(String method, String uri) throws IOException {
    return send(new ServletDouble(method, uri), (request, response) -> route(request));
  }

  private ServletDouble send(ServletDouble exchange, FilterChain chain) throws IOException {
    filter().doFilter(exchange.request(), exchange.response(), chain);
    return exchange;
  }

  private RequestFilter filter() {
    return new RequestFilter(
        new RequestContexts(ids, Duration.ofSeconds(30), MEMORY),
        clock,
        state,
        new AccessLog(new LineWriter(console), clock, ZoneOffset.UTC),
        new WarmUpPass(new Random(7)));
  }

  /** What the requests have left on the console. */
  private List<String> access() {
    return console.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private void route(Object request) {
    routed.add((HttpServletRequest) request);
  }

  private static void assertProblem(ServletDouble exchange, int status, String code) {
    assertThat(exchange.status).isEqualTo(status);
    assertThat(exchange.headers)
        .containsEntry("Content-Type", "application/problem+json")
        .containsEntry("Content-Length", "" + exchange.body().length())
        .containsOnlyKeys("Content-Type", "Content-Length", "X-Request-ID");
    String trace = code.endsWith("NTF-000") ? "" : exchange.headers.get("X-Request-ID");
    assertThat(exchange.body()).contains(code, "\"trace_id\":\"" + trace + "\"");
  }

  @Nested
  class Identity {

    @Test
    void everyRequestGetsAnIdOfItsOwn() throws IOException {
      String first = send("GET", "/a").headers.get("X-Request-ID");
      String second = send("GET", "/a").headers.get("X-Request-ID");
      assertThat(first).matches(UUID_7).isNotEqualTo(second);
      assertThat(second).matches(UUID_7);
    }

    @Test
    void anIdFromOutsideIsIgnored() throws IOException {
      ServletDouble exchange = new ServletDouble("GET", "/a");
      exchange.requestHeaders.put("X-Request-ID", "evil");
      send(exchange, (request, response) -> {});
      assertThat(exchange.headers.get("X-Request-ID")).matches(UUID_7);
    }
  }

  @Nested
  class Context {

    private RequestContext of(ServletDouble exchange) {
      return Exchange.of(exchange.request()).context();
    }

    @Test
    void aRequestCarriesItsIdItsCallerAndItsTime() throws IOException {
      ServletDouble exchange = send("GET", "/a");

      RequestContext context = of(exchange);
      assertThat(context.id()).hasToString(exchange.headers.get("X-Request-ID"));
      assertThat(context.caller()).isEqualTo(Caller.SYSTEM);
      assertThat(context.scope()).isEqualTo(TenantScope.NONE);
      assertThat(context.deadline().left()).contains(Duration.ofSeconds(30));
      assertThat(context.trace()).isEmpty();
    }

    @Test
    void theTraceOfTheClientIsCarriedOn() throws IOException {
      String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
      ServletDouble exchange = new ServletDouble("GET", "/a");
      exchange.requestHeaders.put("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
      send(exchange, (request, response) -> {});

      assertThat(of(exchange).trace()).contains(new TraceParent(trace, "00f067aa0ba902b7", true));
    }
  }

  @Nested
  class Paths {

    @ParameterizedTest
    @CsvSource({
      "/clusters,/clusters",
      "/clusters/,/clusters",
      "/,/",
      "*,*",
      "/a%2Fb/,/a%2Fb",
      "/clusters;v=1,/clusters%3Bv=1"
    })
    void oneTrailingSlashIsStrippedAndSemicolonsAreOrdinary(String uri, String expected)
        throws IOException {
      send("GET", uri);
      assertThat(routed.get(0).getRequestURI()).isEqualTo(expected);
      assertThat(routed.get(0).getRequestURL()).hasToString("http://localhost" + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "/clusters//", "//clusters", "/api//hyperfleet"})
    void doubleSlashesLeadNowhere(String uri) throws IOException {
      ServletDouble exchange = send("GET", uri);
      assertProblem(exchange, 404, "HYPERFLEET-NTF-000");
      assertThat(routed).isEmpty();
    }

    @Test
    void aPathThatIsNoTextLeadsNowhere() throws IOException {
      assertThat(send("GET", "/a%FF").status).isEqualTo(404);
      assertThat(routed).isEmpty();
    }

    @Test
    void theProblemNamesTheStrippedPath() throws IOException {
      assertThat(send("GET", "/a//b/").body())
          .contains("\"instance\":\"/a//b\"", "The requested endpoint '/a//b' does not exist");
    }
  }

  @Nested
  class Routing {

    @Test
    void optionsIsAMethodLikeAnyOther() throws IOException {
      send("OPTIONS", "/a");
      assertThat(routed.get(0).getMethod()).isEqualTo("UNSUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "TRACE"})
    void methodsArriveAsSent(String method) throws IOException {
      send(method, "/a");
      assertThat(routed.get(0).getMethod()).isEqualTo(method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept", "accept-language", "CONTENT-TYPE", "Cookie", "Range"})
    void headersWithoutMeaningAreHidden(String header) throws IOException {
      ServletDouble exchange = new ServletDouble("POST", "/a");
      exchange.requestHeaders.put(header, "///");
      exchange.requestHeaders.put("Content-Length", "2");
      send(exchange, (request, response) -> route(request));
      HttpServletRequest seen = routed.get(0);
      assertThat(seen.getHeader(header)).isNull();
      assertThat(seen.getHeaders(header).hasMoreElements()).isFalse();
      assertThat(seen.getHeaderNames().hasMoreElements()).isFalse();
      assertThat(seen.getContentType()).isNull();
      assertThat(seen.getHeader("Content-Length")).isEqualTo("2");
      assertThat(seen.getHeaders("Content-Length").nextElement()).isEqualTo("2");
    }
  }

  @Nested
  class Failures {

    @Test
    void whatEscapesIsAProblemAndLoggedOnce() throws IOException {
      ServletException escaped = new ServletException("SELECT secret");
      ServletDouble exchange =
          send(
              new ServletDouble("GET", "/a"),
              (request, response) -> {
                response.setContentType("text/html");
                ((HttpServletResponse) response).setHeader("Allow", "GET");
                response.getOutputStream().write('<');
                throw escaped;
              });
      assertProblem(exchange, 500, "HYPERFLEET-INT-001");
      assertThat(exchange.body()).doesNotContain("SELECT");
      assertThat(failures.records).singleElement().extracting("thrown").isSameAs(escaped);
      assertThat(access()).singleElement().asString().contains("status_code=500");
    }

    @Test
    void aBrokenConnectionIsLeftToTheContainer() {
      FilterChain broken =
          (request, response) -> {
            throw new IOException("broken pipe");
          };
      assertThatIOException().isThrownBy(() -> send(new ServletDouble("GET", "/"), broken));
      assertThat(access()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"400,404,HYPERFLEET-NTF-000", "404,404,HYPERFLEET-NTF-000"})
    void whatTheContainerRefusedLeadsNowhere(int refused, int status, String code)
        throws IOException {
      ServletDouble exchange = errorDispatch(refused);
      send(exchange, (request, response) -> route(request));
      assertProblem(exchange, status, code);
      assertThat(exchange.body()).contains("\"instance\":\"/a/b\"");
      assertThat(access()).singleElement().asString().contains("method=POST path=/a%2Fb ");
      assertThat(routed).isEmpty();
    }

    @Test
    void whereTheContainerFailedTheProblemIsUnexpected() throws IOException {
      ServletDouble exchange = errorDispatch(500);
      assertProblem(send(exchange, (request, response) -> {}), 500, "HYPERFLEET-INT-001");
    }

    @Test
    void anErrorWithinARequestKeepsItsIdAndItsOneLogEntry() throws IOException {
      ServletDouble exchange = errorDispatch(400);
      exchange.dispatcherType = DispatcherType.REQUEST;
      RequestFilter filter = filter();
      filter.doFilter(
          exchange.request(),
          exchange.response(),
          (request, response) -> filter.doFilter(request, response, null));
      assertProblem(exchange, 404, "HYPERFLEET-NTF-000");
      assertThat(access())
          .singleElement()
          .asString()
          .contains("request_id=" + exchange.headers.get("X-Request-ID"), "status_code=404");
    }

    private ServletDouble errorDispatch(int status) {
      ServletDouble exchange = new ServletDouble("GET", "/error");
      exchange.dispatcherType = DispatcherType.ERROR;
      exchange.attributes.put(RequestDispatcher.ERROR_STATUS_CODE, status);
      exchange.attributes.put(RequestDispatcher.ERROR_METHOD, "POST");
      exchange.attributes.put(RequestDispatcher.ERROR_REQUEST_URI, "/a%2Fb/");
      return exchange;
    }
  }

  @Nested
  class Log {

    @Test
    void aRequestLeavesOneLine() throws IOException {
      ServletDouble exchange = send("GET", "/clusters/");
      assertThat(access())
          .singleElement()
          .asString()
          .matches(
              "10:00:00 INFO  HTTP request completed method=GET path=/clusters status_code=200"
                  + " duration_ms=\\d+ request_id="
                  + exchange.headers.get("X-Request-ID")
                  + " remote_addr=192\\.0\\.2\\.1");
    }
  }

  @Test
  void itSurroundsTheServletOfTheApplication() {
    WebFilter registration = RequestFilter.class.getAnnotation(WebFilter.class);
    assertThat(registration.servletNames()).containsExactly(HyperFleetApplication.class.getName());
    assertThat(registration.dispatcherTypes())
        .containsExactly(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR);
    assertThat(registration.asyncSupported()).isTrue();
  }
}
