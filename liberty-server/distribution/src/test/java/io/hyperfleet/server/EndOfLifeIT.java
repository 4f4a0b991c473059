package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.FakeAdapter.Mode;
import io.hyperfleet.server.Http.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How resources go once their adapters are done with them, and why they stay until then. */
@ResourceLock(SharedServer.TURN)
class EndOfLifeIT {

  @RegisterExtension static final SharedServer SHARED = SharedServer.ofKinds("e2e");

  private final Fleet fleet = new Fleet(SHARED.server());

  @Test
  void aClusterGoesWithTheLastFinalReport() {
    JsonNode cluster = fleet.reconciledCluster();

    Answer deleted = fleet.delete(cluster);

    assertThat(deleted.status()).isEqualTo(202);
    assertThat(deleted.json().has("deleted_time")).isTrue();
    assertThat(generation(deleted.json())).isEqualTo(2);
    for (FakeAdapter adapter : fleet.adapters(cluster)) {
      assertThat(fleet.reconciled(cluster)).isEqualTo("False");
      assertThat(adapter.report(cluster, Mode.OK).status()).isEqualTo(201);
    }
    fleet.assertGone(cluster);
    assertThat(fleet.adapter("cl-job").report(cluster, Mode.OK).status()).isEqualTo(404);
  }

  private static int generation(JsonNode resource) {
    return FakeAdapter.generation(resource);
  }

  @Test
  void nodePoolsGoBeforeTheirCluster() {
    JsonNode cluster = fleet.reconciledCluster();
    JsonNode one = fleet.pool(cluster);
    JsonNode other = fleet.pool(cluster);
    fleet.delete(cluster);
    assertThat(fleet.pools(cluster))
        .hasSize(2)
        .allMatch(pool -> pool.has("deleted_time"))
        .allMatch(pool -> generation(pool) == 2);

    fleet.drive(one, other);
    fleet.assertGone(one, other);
    assertThat(fleet.read(cluster).status()).isEqualTo(200);
    fleet.drive(cluster);

    fleet.assertGone(cluster);
  }

  @Test
  void aClusterThatIsDoneGoesWithItsLastNodePoolAtOnce() {
    JsonNode cluster = fleet.reconciledCluster();
    JsonNode one = fleet.pool(cluster);
    JsonNode other = fleet.pool(cluster);
    fleet.delete(cluster);

    fleet.drive(cluster);
    assertThat(fleet.now(cluster).has("deleted_time")).isTrue();
    fleet.drive(one);
    fleet.assertGone(one);
    assertThat(fleet.now(cluster).has("deleted_time")).isTrue();
    fleet.drive(other);

    fleet.assertGone(cluster, other);
  }

  @Test
  void whatGoesIsListedAndCountedBesideWhatStays() {
    JsonNode cluster = fleet.cluster();
    JsonNode going = fleet.pool(cluster);
    JsonNode staying = fleet.pool(cluster);

    JsonNode deleted = fleet.delete(going).json();

    JsonNode list = Http.get(fleet.address(cluster) + "/nodepools").json();
    assertThat(list.at("/total").asInt()).isEqualTo(2);
    assertThat(ReportJson.list(list.at("/items"))).containsExactly(staying, deleted);
    assertThat(staying.has("deleted_time")).isFalse();
    assertThat(fleet.now(going)).isEqualTo(deleted);
  }

  @Test
  void aNodePoolThatGoesTakesNoChange() {
    JsonNode cluster = fleet.cluster();
    JsonNode pool = fleet.pool(cluster);
    JsonNode deleted = fleet.delete(pool).json();

    assertThat(fleet.patchSpec(pool, 2).status()).isEqualTo(409);

    assertThat(fleet.now(pool)).isEqualTo(deleted);
  }

  @Test
  void aClusterThatGoesTakesNoMoreNodePools() {
    JsonNode cluster = fleet.cluster();
    JsonNode pool = fleet.pool(cluster);
    fleet.delete(cluster);

    assertThat(fleet.createPool(cluster).status()).isEqualTo(409);

    assertThat(fleet.pools(cluster)).containsExactly(fleet.now(pool));
  }

  @Test
  void oneAdapterThatIsStuckKeepsAClusterUntilItIsDone() {
    JsonNode cluster = fleet.reconciledCluster();
    fleet.delete(cluster);
    FakeAdapter stuck = fleet.adapter("cl-job");

    for (int i = 0; i < 3; i++) {
      for (FakeAdapter adapter : fleet.adapters(cluster)) {
        adapter.report(cluster, adapter.name().equals(stuck.name()) ? Mode.STUCK : Mode.OK);
      }
      JsonNode reconciled = fleet.condition(cluster, "Reconciled");
      assertThat(reconciled.at("/status").asText()).isEqualTo("False");
      assertThat(reconciled.at("/message").asText()).contains("Finalized=True: [cl-job].");
    }
    stuck.report(cluster, Mode.OK);

    fleet.assertGone(cluster);
  }

  @Test
  void forceTakesAStuckClusterWithItsNodePoolsAndAllReports() {
    JsonNode cluster = fleet.reconciledCluster();
    JsonNode pool = fleet.pool(cluster);
    fleet.drive(pool);
    assertThat(fleet.force(cluster).status()).isEqualTo(409);
    fleet.delete(cluster);
    fleet.adapter("cl-job").report(cluster, Mode.STUCK);

    assertThat(fleet.force(cluster).status()).isEqualTo(204);

    fleet.assertGone(cluster, pool);
  }

  @Test
  void forceOnANodePoolTakesThatOneOnly() {
    JsonNode cluster = fleet.reconciledCluster();
    JsonNode pool = fleet.pool(cluster);
    JsonNode sibling = fleet.pool(cluster);
    fleet.delete(pool);
    fleet.adapter("np-configmap").report(pool, Mode.STUCK);
    JsonNode before = fleet.now(cluster);

    assertThat(fleet.force(pool).status()).isEqualTo(204);

    fleet.assertGone(pool);
    assertThat(fleet.now(sibling)).isEqualTo(sibling);
    assertThat(fleet.now(cluster)).isEqualTo(before);
  }

  @Test
  void whoIsDoneWithAnEarlierGenerationIsNotDone() {
    JsonNode cluster = fleet.cluster();
    fleet.patchSpec(cluster, 2);

    assertThat(generation(fleet.delete(cluster).json())).isEqualTo(3);

    for (FakeAdapter adapter : fleet.adapters(cluster)) {
      assertThat(adapter.stale(cluster, 2).status()).isEqualTo(201);
    }
    assertThat(fleet.reconciled(cluster)).isEqualTo("False");
    fleet.drive(cluster);
    fleet.assertGone(cluster);
  }

  @Test
  void whatNobodyEverReportedOnGoesByItsFirstReports() {
    JsonNode cluster = fleet.cluster();

    assertThat(generation(fleet.delete(cluster).json())).isEqualTo(2);
    assertThat(fleet.reports(cluster)).isEmpty();
    fleet.drive(cluster);

    fleet.assertGone(cluster);
  }

  @Test
  void aNodePoolThatWasGoingBeforeItsClusterKeepsItsOwnDeletion() {
    JsonNode cluster = fleet.cluster();
    JsonNode pool = fleet.pool(cluster);
    JsonNode deleted = fleet.delete(pool).json();

    fleet.delete(cluster);

    assertThat(fleet.now(pool)).isEqualTo(deleted);
    fleet.drive(pool, cluster);
    fleet.assertGone(pool, cluster);
  }

  @Test
  void aNodePoolThatWasChangedBeforeItGoesIsDoneInTheGenerationOfItsDeletion() {
    JsonNode cluster = fleet.cluster();
    JsonNode pool = fleet.pool(cluster);
    fleet.patchSpec(pool, 2);

    fleet.delete(cluster);

    assertThat(generation(fleet.now(pool))).isEqualTo(3);
    assertThat(fleet.adapter("np-configmap").stale(pool, 2).status()).isEqualTo(201);
    assertThat(fleet.read(pool).status()).isEqualTo(200);
    fleet.drive(pool);
    fleet.assertGone(pool);
  }

  @Test
  void whatSomebodyElseRemovedIsFinalInTheFirstReport() {
    JsonNode pool = fleet.pool(fleet.cluster());
    fleet.delete(pool);

    JsonNode report = fleet.adapter("np-configmap").report(pool, Mode.OK).json();

    assertThat(report.at("/conditions/3/status").asText()).isEqualTo("True");
    fleet.assertGone(pool);
  }

  @Test
  void aNewClusterOfAnOldNameInheritsNothing() {
    JsonNode cluster = fleet.reconciledCluster();
    fleet.delete(cluster);
    fleet.drive(cluster);
    fleet.assertGone(cluster);

    JsonNode next = fleet.create("/clusters", "Cluster", cluster.at("/name").asText(), "");

    assertThat(next.at("/id")).isNotEqualTo(cluster.at("/id"));
    assertThat(generation(next)).isEqualTo(1);
    assertThat(fleet.reconciled(next)).isEqualTo("False");
    assertThat(fleet.reports(next)).isEmpty();
  }

  @Test
  void aReportOnWhatIsGoneIsRefused() {
    JsonNode cluster = fleet.reconciledCluster();
    var report = fleet.adapter("cl-job").report(cluster, 2, Mode.OK);
    fleet.delete(cluster);
    fleet.force(cluster);

    Answer answer = fleet.report(cluster, report);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().at("/code").asText()).isEqualTo("HYPERFLEET-NTF-001");
  }

  @Test
  void whatAClusterRefersToStaysUntilItDoesNotAnyMore() {
    JsonNode wif = fleet.create("/wifconfigs", "WifConfig");
    JsonNode cluster =
        fleet.create(
            "/clusters",
            "Cluster",
            Names.next(),
            ",\"references\":{\"wif_config\":[{\"id\":\"%s\",\"kind\":\"WifConfig\"}]}"
                .formatted(wif.at("/id").asText()));

    assertThat(fleet.delete(wif).status()).isEqualTo(409);
    assertThat(fleet.patch(cluster, "{\"references\":{}}").status()).isEqualTo(200);
    assertThat(fleet.delete(wif).status()).isEqualTo(202);

    assertThat(fleet.read(wif).status()).isEqualTo(404);
  }

  @Test
  void theRouteOfEverythingShowsWhatIsThereAndWhatGoes() {
    JsonNode cluster = fleet.cluster();
    String address =
        SHARED.server().api("/api/hyperfleet/v1/resources/" + cluster.at("/id").asText());

    assertThat(
            List.of(
                Http.get(address).status(),
                fleet.delete(cluster).status(),
                Http.get(address).status()))
        .containsExactly(200, 202, 200);
    fleet.drive(cluster);

    assertThat(Http.get(address).status()).isEqualTo(404);
  }
}
