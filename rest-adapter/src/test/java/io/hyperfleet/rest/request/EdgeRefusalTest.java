package io.hyperfleet.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.request.MemoryBudget;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.rest.ServletDouble;
import io.hyperfleet.rest.log.AccessLog;
import io.hyperfleet.rest.log.LineWriter;
import io.hyperfleet.rest.request.ServiceState.Admission;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was refused before it reached this application, and is answered by it. */
class EdgeRefusalTest {

  private static final FilterChain NOBODY =
      (request, response) -> {
        throw new IOException("was let through");
      };

  private final InstantSource clock = InstantSource.system();
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  private ServletDouble refuse(int status, String detail, Admission admission) throws IOException {
    ServletDouble exchange = new ServletDouble("GET", "/api/");
    exchange.dispatcherType = DispatcherType.FORWARD;
    exchange.attributes.put(RequestDispatcher.FORWARD_REQUEST_URI, "/metrics/");
    exchange.attributes.put(EdgeRefusal.STATUS, status);
    exchange.attributes.put(EdgeRefusal.DETAIL, detail);
    new RequestFilter(
            new RequestContexts(
                new TimeOrderedIds(clock, new Random(7)),
                Duration.ZERO,
                MemoryBudget.ofHeap(1 << 30)),
            clock,
            new CountingState(admission),
            new AccessLog(new LineWriter(console), clock, ZoneOffset.UTC),
            new WarmUpPass(new Random(7)))
        .doFilter(exchange.request(), exchange.response(), NOBODY);
    return exchange;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsServedNowhereIsAnUnknownEndpointWhateverTheStateOfTheService(Admission admission)
      throws IOException {
    ServletDouble exchange = refuse(404, "", admission);

    assertThat(exchange.status).isEqualTo(404);
    assertThat(exchange.headers).containsKey("X-Request-ID").doesNotContainKey("Connection");
    assertThat(exchange.body())
        .contains("HYPERFLEET-NTF-000", "The requested endpoint '/metrics' does not exist");
    assertThat(console.toString(StandardCharsets.UTF_8))
        .contains("path=/metrics status_code=404", exchange.headers.get("X-Request-ID"));
  }

  @Test
  void afterAMalformedRequestNothingIsReadFromItsConnection() throws IOException {
    ServletDouble exchange = refuse(400, "what is wrong", Admission.HANDLED);

    assertThat(exchange.status).isEqualTo(400);
    assertThat(exchange.headers)
        .containsKey("X-Request-ID")
        .containsEntry("Content-Type", "application/problem+json")
        .containsEntry("Connection", "close");
    assertThat(exchange.body()).contains("HYPERFLEET-VAL-006", "\"detail\":\"what is wrong\"");
  }

  @Test
  void anotherMethodIsToldThoseAllowed() throws IOException {
    ServletDouble exchange = refuse(405, "GET, HEAD", Admission.HANDLED);

    assertThat(exchange.status).isEqualTo(405);
    assertThat(exchange.headers)
        .containsKey("X-Request-ID")
        .containsEntry("Allow", "GET, HEAD")
        .containsEntry("Content-Type", "text/plain; charset=utf-8");
    assertThat(exchange.body()).isEqualTo("Method Not Allowed\n");
  }
}
