package io.hyperfleet.simulator.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComplaintsTest {

  @Test
  void allAreCountedAndTheFirstTwentyKept() {
    Complaints complaints = new Complaints();

    IntStream.range(0, 1000).forEach(i -> complaints.add("complaint " + i));

    assertThat(complaints.count()).isEqualTo(1000);
    assertThat(complaints.first()).hasSize(20).startsWith("complaint 0").endsWith("complaint 19");
  }

  @Test
  void aFailureOfOurOwnTellsWhatAndWhere() {
    Complaints complaints = new Complaints();

    complaints.addOwn(new IllegalStateException("no such member"));

    assertThat(complaints.first())
        .singleElement()
        .asString()
        .startsWith("the simulator itself failed: ")
        .contains("IllegalStateException: no such member at ", "ComplaintsTest");
  }
}
