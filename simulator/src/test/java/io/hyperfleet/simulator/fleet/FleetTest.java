package io.hyperfleet.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetTest {

  private static final String TIME = "2026-01-01T00:00:00Z";

  private final Fleet fleet = new Fleet();

  @Test
  void aClusterIsReconciledOnceItIsSeenSoAtItsGeneration() {
    create("False", 1);

    fleet.seen(cluster(1, "False", 1));
    assertThat(fleet.unreconciled()).hasSize(1);

    fleet.seen(cluster(1, "True", 1));
    assertThat(fleet.unreconciled()).isEmpty();
    assertThat(fleet.counts()).isEqualTo(new FleetCounts(1, 1, 1, 0, 0));
    assertThat(fleet.times().reconciled(FleetKind.CLUSTER).count()).isEqualTo(1);
  }

  @Test
  void aChangeHasToBeReconciledAgain() {
    create("False", 1);
    fleet.seen(cluster(1, "True", 1));

    assertThat(fleet.changed(cluster(2, "False", 2), 0)).isTrue();
    fleet.seen(cluster(1, "True", 1));
    fleet.seen(cluster(2, "True", 1));
    assertThat(fleet.unreconciled()).hasSize(1);

    fleet.seen(cluster(2, "True", 2));
    assertThat(fleet.unreconciled()).isEmpty();
    assertThat(fleet.times().reconciled(FleetKind.CLUSTER).count()).isEqualTo(2);
  }

  @Test
  void aLookThatRepeatsItselfCountsOnce() {
    create("False", 1);

    fleet.seen(cluster(1, "True", 1));
    fleet.seen(cluster(1, "True", 1));

    assertThat(fleet.times().reconciled(FleetKind.CLUSTER).count()).isEqualTo(1);
  }

  @Test
  void aChangeThatSkipsAGenerationIsReported() {
    create("False", 1);

    assertThat(fleet.changed(cluster(3, "False", 3), 0)).isFalse();
    assertThat(fleet.changed(cluster(3, "False", 3), 0)).isFalse();
  }

  @Test
  void whoDidNotGetThereIsNamedWithWhatWasSeenLast() {
    create("False", 1);
    fleet.changed(cluster(2, "False", 2), 0);
    fleet.seen(cluster(2, "False", 1));

    assertThat(fleet.unreconciled())
        .singleElement()
        .asString()
        .startsWith("Cluster sim-abc-1 (c1): expected at generation 2, last seen at generation 2")
        .contains("Reconciled=False: Required adapters not reporting");
  }

  @Test
  void aKindWithoutRequiredAdaptersNeedsNoReport() {
    ReadResource plain = ReadResource.read(Answers.withoutConditions(1));
    fleet.created(FleetKind.CLUSTER, plain, "", 0);

    fleet.seen(cluster(1, "False", 1));

    assertThat(fleet.unreconciled()).isEmpty();
  }

  @Test
  void aDeletedClusterAndItsNodePoolsHaveToGo() {
    create("False", 1);
    ReadResource pool = new ReadResource("p1", "sim-abc-1", "/p1", 1, false, Optional.empty());
    fleet.created(FleetKind.NODE_POOL, pool, "c1", 0);

    fleet.deleting("c1", 0);

    assertThat(fleet.unreconciled()).isEmpty();
    assertThat(fleet.counts()).isEqualTo(new FleetCounts(2, 0, 0, 2, 0));
    assertThat(fleet.remaining()).hasSize(2).allMatch(it -> it.contains("still there"));
    assertThat(fleet.gone("p1")).isTrue();
    assertThat(fleet.gone("c1")).isTrue();
    assertThat(fleet.counts()).isEqualTo(new FleetCounts(2, 0, 0, 0, 2));
    assertThat(fleet.times().gone(FleetKind.NODE_POOL).count()).isEqualTo(1);
    assertThat(fleet.remaining()).isEmpty();
  }

  @Test
  void whatIsGoneAlthoughNobodyDeletedItIsReported() {
    create("False", 1);

    assertThat(fleet.gone("c1")).isFalse();
  }

  @Test
  void aSecond404OfTheSameResourceIsNone() {
    create("False", 1);
    fleet.deleting("c1", 0);
    fleet.gone("c1");

    assertThat(fleet.gone("c1")).isTrue();
    assertThat(fleet.counts().gone()).isEqualTo(1);
  }

  @Test
  void whatIsBeingDeletedNeedNotBeReconciledAnyMore() {
    create("False", 1);
    fleet.deleting("c1", 0);

    fleet.seen(cluster(1, "True", 1));

    assertThat(fleet.times().reconciled(FleetKind.CLUSTER).count()).isZero();
  }

  @Test
  void whoeverWaitsGivesUpWhenNothingHappens() throws InterruptedException {
    create("False", 1);

    fleet.awaitReconciled(Duration.ofMillis(1));
    fleet.awaitEmpty(Duration.ofMillis(1));

    assertThat(fleet.counts().live()).isEqualTo(1);
  }

  @Test
  void whoeverWaitsGoesOnWhenItIsDoneOrStopped() throws InterruptedException {
    fleet.awaitEmpty(Duration.ofDays(1));
    create("False", 1);
    fleet.stop();

    fleet.awaitReconciled(Duration.ofDays(1));

    assertThat(fleet.unreconciled()).hasSize(1);
  }

  private void create(String status, int observed) {
    fleet.created(FleetKind.CLUSTER, cluster(1, status, observed), "", 0);
  }

  private static ReadResource cluster(int generation, String status, int observed) {
    return ReadResource.read(Answers.cluster(generation, status, observed, TIME));
  }
}
