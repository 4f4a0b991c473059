package io.hyperfleet.domain.status;

import static io.hyperfleet.domain.status.ReportFixture.adapters;
import static io.hyperfleet.domain.status.ReportFixture.report;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

  private static final Instant TIME = Instant.parse("2026-08-21T10:00:00.123456Z");
  private static final AdapterName A = new AdapterName("a");

  @Test
  void areInTheOrderInWhichTheyAreRequired() {
    List<AdapterReport> reports =
        adapters("a", "b", "c").stream()
            .map(adapter -> report(adapter, 1, ConditionStatus.TRUE, TIME))
            .toList();

    assertThat(Snapshots.of(adapters("c", "a", "b"), 1, reports).stream())
        .extracting(snapshot -> snapshot.adapter().value())
        .containsExactly("c", "a", "b");
  }

  @Test
  void holdWhatWasSaid() {
    AdapterReport report = report(A, 2, ConditionStatus.FALSE, ConditionStatus.TRUE, TIME);

    assertThat(Snapshots.of(List.of(A), 3, List.of(report)).stream())
        .containsExactly(
            new Snapshot(
                A,
                2,
                TIME,
                false,
                true,
                Optional.of("AvailableFalse"),
                Optional.of("a at " + TIME)));
  }

  @Test
  void whoSaysNothingOfBeingFinalizedIsNot() {
    assertThat(
            Snapshots.of(List.of(A), 1, List.of(report(A, 1, ConditionStatus.TRUE, TIME))).stream())
        .extracting(Snapshot::finalized)
        .containsExactly(false);
  }

  @Test
  void whoIsNotRequiredDoesNotCount() {
    assertNothingCounts(report(new AdapterName("b"), 1, ConditionStatus.TRUE, TIME));
  }

  @Test
  void whoDoesNotKnowDoesNotCount() {
    assertNothingCounts(report(A, 1, ConditionStatus.UNKNOWN, ConditionStatus.TRUE, TIME));
  }

  @Test
  void whoSpeaksOfALaterGenerationDoesNotCount() {
    assertNothingCounts(report(A, 2, ConditionStatus.TRUE, TIME));
  }

  private static void assertNothingCounts(AdapterReport report) {
    assertThat(Snapshots.of(List.of(A), 1, List.of(report)).stream()).isEmpty();
  }

  @Test
  void conditionsShowAllButWhoIsFinalized() {
    List<AdapterName> required = adapters("a", "b", "c");
    List<AdapterReport> reports =
        List.of(
            report(A, 1, ConditionStatus.FALSE, ConditionStatus.TRUE, TIME),
            report(required.get(2), 2, ConditionStatus.TRUE, TIME.plusSeconds(1)));
    List<Condition> conditions =
        Aggregation.of(
            required,
            Snapshots.of(required, 2, reports),
            new Observed(2, TIME, false, false, List.of()));

    assertThat(Snapshots.shownBy(required, conditions).stream())
        .containsExactly(
            new Snapshot(
                A,
                1,
                TIME,
                false,
                false,
                Optional.of("AvailableFalse"),
                Optional.of("a at " + TIME)),
            new Snapshot(
                required.get(2),
                2,
                TIME.plusSeconds(1),
                true,
                false,
                Optional.of("AvailableTrue"),
                Optional.of("c at " + TIME.plusSeconds(1))));
  }
}
