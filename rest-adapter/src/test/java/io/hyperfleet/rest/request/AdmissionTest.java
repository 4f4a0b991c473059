package io.hyperfleet.rest.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.hyperfleet.application.request.MemoryBudget;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.rest.ServletDouble;
import io.hyperfleet.rest.log.AccessLog;
import io.hyperfleet.rest.log.LineWriter;
import io.hyperfleet.rest.request.ServiceState.Admission;
import jakarta.servlet.FilterChain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and that everybody who was counted in is counted out. */
class AdmissionTest {

  private static final MemoryBudget MEMORY = MemoryBudget.ofHeap(1 << 30);

  private static final FilterChain NOBODY =
      (request, response) -> {
        throw new IOException("was let through");
      };

  private final InstantSource clock = InstantSource.system();
  private final TimeOrderedIds ids = new TimeOrderedIds(clock, new SecureRandom());
  private final WarmUpPass pass = new WarmUpPass(new SecureRandom());
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  private static void assertUnavailable(ServletDouble exchange) {
    assertThat(exchange.status).isEqualTo(503);
    assertThat(exchange.headers).containsEntry("Content-Type", "application/problem+json");
    assertThat(exchange.body())
        .contains("HYPERFLEET-SVC-001", "The service is temporarily unavailable");
  }

  private ServletDouble send(String uri, CountingState state, FilterChain chain)
      throws IOException {
    return send(new ServletDouble("GET", uri), state, chain);
  }

  private ServletDouble sendWithPass(String pass, Admission admission, FilterChain chain)
      throws IOException {
    ServletDouble exchange = new ServletDouble("GET", "/a");
    exchange.requestHeaders.put(WarmUpPass.HEADER, pass);
    return send(exchange, new CountingState(admission), chain);
  }

  private ServletDouble send(ServletDouble exchange, CountingState state, FilterChain chain)
      throws IOException {
    filter(state).doFilter(exchange.request(), exchange.response(), chain);
    return exchange;
  }

  private RequestFilter filter(CountingState state) {
    return new RequestFilter(
        new RequestContexts(ids, Duration.ZERO, MEMORY),
        clock,
        state,
        new AccessLog(new LineWriter(console), clock, ZoneOffset.UTC),
        pass);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/hyperfleet/v1/clusters", "/api/hyperfleet", "/nope", "//"})
  void untilTheServiceIsReadyEveryRequestIsTurnedAway(String uri) throws IOException {
    ServletDouble exchange = send(uri, new CountingState(Admission.NOT_STARTED), NOBODY);

    assertUnavailable(exchange);
    assertThat(exchange.headers).doesNotContainKey("Connection");
  }

  @Test
  void aServiceThatIsBusyAsksToComeBack() throws IOException {
    ServletDouble exchange = send("/a", new CountingState(Admission.BUSY), NOBODY);

    assertUnavailable(exchange);
    assertThat(exchange.headers).containsEntry("Retry-After", "1").doesNotContainKey("Connection");
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

  @Test
  void beforeItIsReadyTheServiceAnswersItselfAndLeavesNoLine() throws IOException {
    CountingState starting = new CountingState(Admission.NOT_STARTED);
    ServletDouble own = new ServletDouble("GET", "/a");
    own.requestHeaders.put(WarmUpPass.HEADER, pass.text());
    List<Integer> inside = new ArrayList<>();

    send(own, starting, (request, response) -> inside.add(starting.inside));

    assertThat(inside).containsExactly(1);
    assertThat(starting.inside).isZero();
    assertThat(console.size()).isZero();
  }

  @Test
  void whoShowsAnotherPassIsTurnedAwayWithALine() throws IOException {
    String other = new WarmUpPass(new SecureRandom()).text();
    List<String> guesses = List.of("", other, pass.text().substring(1), pass.text() + "0");

    for (String guess : guesses) {
      assertUnavailable(sendWithPass(guess, Admission.NOT_STARTED, NOBODY));
    }

    assertThat(console.toString(StandardCharsets.UTF_8).lines())
        .hasSameSizeAs(guesses)
        .allMatch(line -> line.contains("status_code=503"));
  }

  @Test
  void onceTheServiceIsReadyThePassOnlyKeepsALateRequestOutOfTheLog() throws IOException {
    sendWithPass(pass.text(), Admission.HANDLED, (request, response) -> {});

    assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void whenTheServiceGoesDownThePassOpensNothing() throws IOException {
    assertUnavailable(sendWithPass(pass.text(), Admission.SHUTTING_DOWN, NOBODY));
  }
}
