package io.hyperfleet.domain.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnreportedConditionsTest {

  private static final Instant TIME = Instant.parse("2026-08-21T10:00:00.123456Z");

  @Test
  void nothingIsReconciledBeforeAnyAdapterReports() {
    assertThat(UnreportedConditions.of(adapters("validation", "dns"), 1, TIME))
        .containsExactly(
            new Condition(
                "Reconciled",
                ConditionStatus.FALSE,
                Optional.of("ReconciledMissingAdapters"),
                Optional.of(
                    "Required adapters not reporting Available=True: [dns, validation]."
                        + " Currently reporting: []"),
                1,
                TIME,
                TIME,
                TIME),
            new Condition(
                "LastKnownReconciled",
                ConditionStatus.FALSE,
                Optional.of("AdaptersMissingReports"),
                Optional.of("Required adapters have not yet reported status"),
                1,
                TIME,
                TIME,
                TIME));
  }

  @Test
  void adaptersAreNamedInByteOrder() {
    assertThat(UnreportedConditions.of(adapters("b", "a-1", "B", "a"), 1, TIME).get(0).message())
        .hasValueSatisfying(message -> assertThat(message).contains("[B, a, a-1, b]"));
  }

  @Test
  void onlyReconciledFollowsTheGeneration() {
    assertThat(UnreportedConditions.of(adapters("a"), 4, TIME))
        .extracting(Condition::observedGeneration)
        .containsExactly(4, 1);
  }

  @Test
  void afterAChangeOnlyReconciledHasMoved() {
    Instant changed = TIME.plusSeconds(60);
    List<Condition> previous = UnreportedConditions.of(adapters("a"), 1, TIME);

    List<Condition> conditions = UnreportedConditions.after(previous, adapters("a"), 2, changed);

    assertThat(conditions.get(0))
        .isEqualTo(
            new Condition(
                "Reconciled",
                ConditionStatus.FALSE,
                previous.get(0).reason(),
                previous.get(0).message(),
                2,
                TIME,
                changed,
                TIME));
    assertThat(conditions.get(1)).isEqualTo(previous.get(1));
  }

  @Test
  void whoeverHadNoConditionsGetsThoseOfANewOne() {
    assertThat(UnreportedConditions.after(List.of(), adapters("a"), 3, TIME))
        .isEqualTo(UnreportedConditions.of(adapters("a"), 3, TIME));
  }

  @Test
  void aKindWithoutAdaptersHasNoConditions() {
    assertThat(UnreportedConditions.of(List.of(), 1, TIME)).isEmpty();
  }

  private static List<AdapterName> adapters(String... names) {
    return Stream.of(names).map(AdapterName::new).toList();
  }
}
