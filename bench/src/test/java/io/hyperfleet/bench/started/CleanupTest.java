package io.hyperfleet.bench.started;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanupTest {

  private final Cleanup cleanup = new Cleanup();
  private final List<String> closed = new ArrayList<>();

  @Test
  void theLastIsClosedFirstAndOnce() {
    cleanup.keep(() -> () -> closed.add("first"));
    cleanup.keep(() -> () -> closed.add("second"));

    cleanup.close();
    cleanup.close();

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void whatCannotBeClosedLeavesTheOthersToo() {
    cleanup.keep(() -> () -> closed.add("first"));
    cleanup.keep(
        () ->
            () -> {
              throw new BenchException("stuck");
            });

    cleanup.close();

    assertThat(closed).containsExactly("first");
  }

  @Test
  void nothingStartsAfterwards() {
    cleanup.close();

    assertThatThrownBy(() -> cleanup.keep(() -> () -> closed.add("late")))
        .isInstanceOf(BenchException.class);
    assertThat(closed).isEmpty();
  }
}
