package io.hyperfleet.application.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private final AtomicLong clock = new AtomicLong(0);

  @Test
  void theClockStartsWithTheFirstQuestion() {
    Deadline deadline = new Deadline(Duration.ofSeconds(3), clock::get);
    clock.set(Duration.ofSeconds(10).toNanos());
    assertThat(deadline.left()).contains(Duration.ofSeconds(3));
    clock.set(Duration.ofSeconds(12).toNanos());
    assertThat(deadline.left()).contains(Duration.ofSeconds(1));
  }

  @Test
  void whatIsOverIsZeroOrLess() {
    Deadline deadline = new Deadline(Duration.ofSeconds(1), clock::get);
    clock.set(5);
    deadline.left();
    clock.addAndGet(Duration.ofSeconds(2).toNanos());
    assertThat(deadline.left()).contains(Duration.ofSeconds(-1));
  }

  @Test
  void aClockThatReadsZeroHasStartedToo() {
    Deadline deadline = new Deadline(Duration.ofSeconds(1), clock::get);
    deadline.left();
    clock.set(Duration.ofMillis(400).toNanos());
    assertThat(deadline.left().orElseThrow().toMillis()).isEqualTo(600);
  }

  @Test
  void aBudgetOfNothingIsNoLimit() {
    assertThat(Deadline.of(Duration.ZERO).left()).isEmpty();
    assertThat(Deadline.of(Duration.ofSeconds(-1)).left()).isEmpty();
  }
}
