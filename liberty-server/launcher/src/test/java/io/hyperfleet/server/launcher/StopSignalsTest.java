package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopSignalsTest {

  private final List<String> announced = new ArrayList<>();
  private final List<Integer> halted = new ArrayList<>();
  private final StopSignals signals = new StopSignals(announced::add, halted::add);

  @Test
  void nobodyAsksUntilASignalComes() {
    assertThat(signals.await(Duration.ofMillis(1))).isFalse();
  }

  @Test
  void theFirstSignalAsks() {
    signals.received("SIGTERM", 15);

    assertThat(signals.await(Duration.ZERO)).isTrue();
    assertThat(announced).containsExactly("SIGTERM");
    assertThat(halted).isEmpty();
  }

  @Test
  void theSecondSignalInsists() {
    signals.received("SIGTERM", 15);
    signals.received("SIGINT", 2);

    assertThat(announced).containsExactly("SIGTERM");
    assertThat(halted).containsExactly(130);
  }
}
