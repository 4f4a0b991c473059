package io.hyperfleet.domain.status;

import static io.hyperfleet.domain.status.ReportFixture.adapters;
import static io.hyperfleet.domain.status.ReportFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalizationTest {

  private static final List<AdapterName> A_AND_B = adapters("a", "b");
  private static final int GENERATION = 2;

  @Test
  void allAreFinalizedWhateverElseTheySay() {
    assertThat(
            allFinalized(
                saying("a", GENERATION, ConditionStatus.FALSE, ConditionStatus.TRUE),
                saying("b", GENERATION, ConditionStatus.UNKNOWN, ConditionStatus.TRUE)))
        .isTrue();
  }

  @Test
  void whoHasNotReportedIsNot() {
    assertThat(
            allFinalized(
                saying("a", GENERATION, ConditionStatus.FALSE, ConditionStatus.TRUE),
                saying("c", GENERATION, ConditionStatus.FALSE, ConditionStatus.TRUE)))
        .isFalse();
  }

  @Test
  void whoSpeaksOfAnotherGenerationIsNot() {
    assertThat(withB(saying("b", 1, ConditionStatus.FALSE, ConditionStatus.TRUE))).isFalse();
    assertThat(withB(saying("b", 3, ConditionStatus.FALSE, ConditionStatus.TRUE))).isFalse();
  }

  @Test
  void whoSaysOtherwiseIsNot() {
    assertThat(withB(saying("b", GENERATION, ConditionStatus.TRUE, ConditionStatus.FALSE)))
        .isFalse();
    assertThat(withB(saying("b", GENERATION, ConditionStatus.TRUE, ConditionStatus.UNKNOWN)))
        .isFalse();
  }

  @Test
  void nobodyIsWaitedForWhereNobodyIsRequired() {
    assertThat(Finalization.allFinalized(List.of(), GENERATION, List.of())).isTrue();
  }

  private static boolean withB(AdapterReport report) {
    return allFinalized(
        saying("a", GENERATION, ConditionStatus.FALSE, ConditionStatus.TRUE), report);
  }

  private static boolean allFinalized(AdapterReport... reports) {
    return Finalization.allFinalized(A_AND_B, GENERATION, List.of(reports));
  }

  private static AdapterReport saying(
      String adapter, int generation, ConditionStatus available, ConditionStatus finalized) {
    return report(
        new AdapterName(adapter),
        generation,
        available,
        finalized,
        Instant.parse("2026-08-21T10:00:00.123456Z"));
  }
}
