package io.hyperfleet.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void allThereAndNoComplaintIsGood() {
    assertThat(new Verdict(List.of(), 0).exitCode()).isZero();
  }

  @Test
  void aStragglerOrAComplaintIsNot() {
    assertThat(new Verdict(List.of("Cluster a"), 0).exitCode()).isEqualTo(1);
    assertThat(new Verdict(List.of(), 1).exitCode()).isEqualTo(1);
  }

  @Test
  void twentyAreNamedAndTheOthersCounted() {
    List<String> many = IntStream.range(0, 25).mapToObj(i -> "Cluster " + i).toList();

    assertThat(new Verdict(many.subList(0, 20), 0).named()).isEqualTo(many.subList(0, 20));
    assertThat(new Verdict(many, 0).named()).hasSize(21).endsWith("and 5 more");
  }
}
