package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownSequenceTest {

  private final List<String> stopped = new ArrayList<>();
  private final List<String> logged = new ArrayList<>();
  private final ShutdownSequence sequence = new ShutdownSequence(logged::add);

  @Test
  void whatStartedLastStopsFirstAndOnce() {
    sequence.add("database", () -> stopped.add("database"));
    sequence.add("server", () -> stopped.add("server"));

    sequence.close();
    sequence.close();

    assertThat(stopped).containsExactly("server", "database");
  }

  @Test
  void aStepThatFailsDoesNotKeepTheOthersRunning() {
    sequence.add("database", () -> stopped.add("database"));
    sequence.add(
        "server",
        () -> {
          throw new Failure("stuck");
        });

    assertThatThrownBy(sequence::close).hasMessage("the shutdown was not graceful: stuck");
    assertThat(stopped).containsExactly("database");
    assertThat(logged)
        .satisfiesExactly(
            line ->
                assertThat(line).matches("Shutdown step=server duration_ms=\\d+ error=\"stuck\""),
            line -> assertThat(line).matches("Shutdown step=database duration_ms=\\d+"));
  }
}
