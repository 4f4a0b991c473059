package io.hyperfleet.bench.started;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessTreeTest {

  private static final String STAT =
      "42 (odd) name (x)) S 7 42 42 0 -1 4194560 100 200 3 4 50 60 700 8000 20 0 1 0 99 1 1";

  @Test
  void theNameMayHoldParenthesesAndSpaces() {
    assertThat(ProcessTree.name(STAT)).isEqualTo("odd) name (x)");
  }

  @Test
  void theParentFollowsTheState() {
    assertThat(ProcessTree.parent(STAT)).isEqualTo(7);
  }

  @Test
  void timeIsThatOfUserAndSystemWithChildrenThatEnded() {
    assertThat(ProcessTree.ticks(STAT)).isEqualTo(50 + 60 + 700 + 8000);
  }

  @Test
  void aProcessThatEndedMeanwhileHasNoTime() {
    assertThat(ProcessTree.ticks("")).isZero();
    assertThat(ProcessTree.name("")).isEmpty();
  }
}
