package io.hyperfleet.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryRuleTest {

  private static final double NO_JITTER = 0.5;

  @Test
  void pausesOfASentinelDoubleUpToEightSeconds() {
    List<Long> pauses =
        IntStream.rangeClosed(1, 7)
            .mapToObj(it -> RetryRule.SENTINEL.pause(it, Duration.ZERO, NO_JITTER))
            .map(it -> it.orElseThrow().toMillis())
            .toList();

    assertThat(pauses).containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 8000L, 8000L);
  }

  @Test
  void aSentinelGivesUpAfterThirtySeconds() {
    assertThat(RetryRule.SENTINEL.pause(5, Duration.ofSeconds(22), NO_JITTER)).isPresent();
    assertThat(RetryRule.SENTINEL.pause(5, Duration.ofMillis(22_001), NO_JITTER)).isEmpty();
  }

  @Test
  void anAdapterTriesThreeTimes() {
    assertThat(RetryRule.ADAPTER.pause(1, Duration.ZERO, NO_JITTER)).hasValue(seconds(1));
    assertThat(RetryRule.ADAPTER.pause(2, Duration.ZERO, NO_JITTER)).hasValue(seconds(2));
    assertThat(RetryRule.ADAPTER.pause(3, Duration.ZERO, NO_JITTER)).isEmpty();
  }

  @Test
  void chanceMovesAPauseByATenthAtMost() {
    assertThat(RetryRule.ADAPTER.pause(1, Duration.ZERO, 0)).hasValue(Duration.ofMillis(900));
    Optional<Duration> longest = RetryRule.ADAPTER.pause(1, Duration.ZERO, 0.999);
    assertThat(longest.orElseThrow()).isBetween(Duration.ofMillis(1099), Duration.ofMillis(1100));
  }

  @Test
  void whoeverAsksFirstAsksOnce() {
    assertThat(RetryRule.NONE.pause(1, Duration.ZERO, NO_JITTER)).isEmpty();
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
