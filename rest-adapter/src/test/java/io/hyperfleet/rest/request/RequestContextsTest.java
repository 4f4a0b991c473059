package io.hyperfleet.rest.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.request.MemoryBudget;
import io.hyperfleet.domain.id.TimeOrderedIds;
import io.hyperfleet.rest.ServletDouble;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The wait for a thread is a part of the time that a request has. */
class RequestContextsTest {

  private final ServletDouble exchange = new ServletDouble("GET", "/a");

  private static RequestContexts contexts(Duration budget) {
    TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system(), new SecureRandom());
    return new RequestContexts(ids, budget, MemoryBudget.ofHeap(1 << 30));
  }

  private void waited(Duration wait) {
    exchange.attributes.put(RequestContexts.WAITED, wait.toNanos());
  }

  @Test
  void whatWasSpentOnWaitingIsNotLeft() {
    waited(Duration.ofMinutes(20));
    RequestContexts contexts = contexts(Duration.ofHours(1));

    assertThat(contexts.isTooLate(exchange.request())).isFalse();
    assertThat(contexts.of(exchange.request()).deadline().left().orElseThrow())
        .isBetween(Duration.ofMinutes(39), Duration.ofMinutes(40));
  }

  @Test
  void whoeverHasSpentAllOfItIsTooLate() {
    waited(Duration.ofHours(1));

    assertThat(contexts(Duration.ofHours(1)).isTooLate(exchange.request())).isTrue();
  }

  @Test
  void whereThereIsNoLimitNobodyIsTooLate() {
    waited(Duration.ofHours(1));
    RequestContexts contexts = contexts(Duration.ZERO);

    assertThat(contexts.isTooLate(exchange.request())).isFalse();
    assertThat(contexts.of(exchange.request()).deadline().left()).isEmpty();
  }
}
