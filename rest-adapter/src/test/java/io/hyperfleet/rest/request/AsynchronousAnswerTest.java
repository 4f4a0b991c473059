package io.hyperfleet.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A request whose answer comes from another thread, after its handling has returned. */
class AsynchronousAnswerTest {

  private static final MemoryBudget MEMORY = MemoryBudget.ofHeap(1 << 30);

  private final InstantSource clock = InstantSource.system();
  private final CountingState state = new CountingState(Admission.HANDLED);
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final ServletDouble exchange = new ServletDouble("GET", "/a");

  private void handle(FilterChain handling) throws IOException {
    new RequestFilter(
            new RequestContexts(new TimeOrderedIds(clock, new Random(7)), Duration.ZERO, MEMORY),
            clock,
            state,
            new AccessLog(new LineWriter(console), clock, ZoneOffset.UTC),
            new WarmUpPass(new Random(7)))
        .doFilter(exchange.request(), exchange.response(), handling);
  }

  private List<String> access() {
    return console.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void itIsUnderWayUntilItIsCompleted() throws IOException {
    handle((request, response) -> request.startAsync());
    assertThat(state.inside).isEqualTo(1);
    assertThat(access()).isEmpty();

    exchange.status = 202;
    exchange.complete();
    assertThat(state.inside).isZero();
    assertThat(access()).singleElement().asString().contains("path=/a status_code=202");
  }

  @Test
  void itEndsOnceIfItIsCompletedBeforeItsHandlingReturns() throws IOException {
    handle(
        (request, response) -> {
          request.startAsync(request, response);
          exchange.complete();
        });

    assertThat(state.inside).isZero();
    assertThat(access()).hasSize(1);
  }

  @Test
  void itEndsOnceIfTheContainerStartsItOver() throws IOException {
    handle((request, response) -> request.startAsync());
    exchange.startAsyncAgain();
    exchange.complete();

    assertThat(state.inside).isZero();
    assertThat(access()).hasSize(1);
  }

  @Test
  void aHandlingThatFailsAfterItLeftTheAnswerToOthersIsAnsweredAndCompleted() throws IOException {
    handle(
        (request, response) -> {
          request.startAsync();
          throw new IllegalStateException("no");
        });

    assertThat(state.inside).isZero();
    assertThat(exchange.status).isEqualTo(500);
    assertThat(access()).singleElement().asString().contains("status_code=500");
  }
}
