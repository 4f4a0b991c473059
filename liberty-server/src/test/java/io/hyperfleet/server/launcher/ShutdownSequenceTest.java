package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownSequenceTest {

  private final List<String> stopped = new ArrayList<>();
  private final ShutdownSequence sequence = new ShutdownSequence();

  @Test
  void whatStartedLastStopsFirstAndOnce() {
    sequence.add(() -> stopped.add("database"));
    sequence.add(() -> stopped.add("server"));

    sequence.close();
    sequence.close();

    assertThat(stopped).containsExactly("server", "database");
  }

  @Test
  void aStepThatFailsDoesNotKeepTheOthersRunning() {
    sequence.add(() -> stopped.add("database"));
    sequence.add(
        () -> {
          throw new Failure("stuck");
        });

    assertThatThrownBy(sequence::close).hasMessage("stuck");
    assertThat(stopped).containsExactly("database");
  }
}
