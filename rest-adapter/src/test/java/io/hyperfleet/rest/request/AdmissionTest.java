package io.hyperfleet.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.rest.ServletDouble;
import io.hyperfleet.rest.log.AccessLog;
import io.hyperfleet.rest.log.LineWriter;
import io.hyperfleet.rest.request.ServiceState.Admission;
import jakarta.servlet.FilterChain;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and that everybody who was counted in is counted out. */
class AdmissionTest {

  private static final FilterChain NOBODY =
      (request, response) -> {
        throw new IOException("was let through");
      };

  private final InstantSource clock = InstantSource.system();
  private final TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());

  private static void assertUnavailable(ServletDouble exchange) {
    assertThat(exchange.status).isEqualTo(503);
    assertThat(exchange.headers).containsEntry("Content-Type", "application/problem+json");
    assertThat(exchange.body())
        .contains("HYPERFLEET-SVC-001", "The service is temporarily unavailable");
  }

  private ServletDouble send(String uri, CountingState state, FilterChain chain)
      throws IOException {
    ServletDouble exchange = new ServletDouble("GET", uri);
    filter(state).doFilter(exchange.request(), exchange.response(), chain);
    return exchange;
  }

  private RequestFilter filter(CountingState state) {
    return new RequestFilter(
        new RequestContexts(ids, Duration.ZERO),
        clock,
        state,
        new AccessLog(new LineWriter(OutputStream.nullOutputStream()), clock, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/hyperfleet/v1/clusters", "/api/hyperfleet", "/nope", "//"})
  void untilTheServiceIsReadyEveryRequestIsTurnedAway(String uri) throws IOException {
    ServletDouble exchange = send(uri, new CountingState(Admission.NOT_STARTED), NOBODY);

    assertUnavailable(exchange);
    assertThat(exchange.headers).doesNotContainKey("Connection");
  }

  @Test
  void aServiceThatShutsDownAsksToConnectElsewhere() throws IOException {
    ServletDouble exchange = send("/a", new CountingState(Admission.SHUTTING_DOWN), NOBODY);

    assertUnavailable(exchange);
    assertThat(exchange.headers).containsEntry("Connection", "close");
  }

  @Test
  void everybodyWhoWasCountedInIsCountedOutHoweverItEnds() throws IOException {
    CountingState open = new CountingState(Admission.HANDLED);
    CountingState closing = new CountingState(Admission.SHUTTING_DOWN);

    send("/a", open, (request, response) -> assertThat(open.inside).isEqualTo(1));
    send("/a", closing, NOBODY);
    assertThatIOException().isThrownBy(() -> send("/a", open, NOBODY));

    assertThat(open.inside).isZero();
    assertThat(closing.inside).isZero();
  }
}
