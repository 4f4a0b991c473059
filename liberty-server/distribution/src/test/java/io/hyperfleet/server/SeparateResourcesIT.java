package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hyperfleet.server.FakeAdapter.Mode;
import io.hyperfleet.server.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What happens to one resource is nobody else's matter, and is seen as soon as it is answered. */
@ResourceLock(SharedServer.TURN)
class SeparateResourcesIT {

  @RegisterExtension static final SharedServer SHARED = SharedServer.ofKinds("e2e");

  private static final int CLUSTERS = 5;

  private final Fleet fleet = new Fleet(SHARED.server());

  @Test
  void clustersThatAreCreatedAndReportedOnAtOnceAreNotMixedUp()
      throws InterruptedException, ExecutionException {
    List<Callable<JsonNode>> clients = new ArrayList<>();
    for (int i = 0; i < CLUSTERS; i++) {
      clients.add(fleet::reconciledCluster);
    }

    List<JsonNode> clusters = Together.all(clients);

    assertThat(clusters).extracting(cluster -> cluster.at("/id")).doesNotHaveDuplicates();
    assertThat(clusters)
        .allSatisfy(
            cluster -> {
              assertThat(fleet.reconciled(cluster)).isEqualTo("True");
              assertThat(fleet.reports(cluster))
                  .hasSize(4)
                  .extracting(report -> report.at("/data/resource"))
                  .containsOnly(cluster.at("/id"));
            });
  }

  @Test
  void aNodePoolDoesNotWaitForItsCluster() {
    JsonNode cluster = fleet.cluster();
    JsonNode pool = fleet.pool(cluster);
    assertThat(pool.at("/generation").asInt()).isEqualTo(1);
    assertThat(pool.at("/owner_references/id")).isEqualTo(cluster.at("/id"));
    assertThat(fleet.reconciled(pool)).isEqualTo("False");

    fleet.drive(pool);

    assertThat(fleet.reconciled(pool)).isEqualTo("True");
    assertThat(fleet.reconciled(cluster)).isEqualTo("False");
  }

  @Test
  void anAdapterOfNodePoolsMayWaitForTheirCluster() {
    JsonNode cluster = fleet.cluster();
    JsonNode pool = fleet.pool(cluster);
    FakeAdapter configmap =
        fleet.adapter("np-configmap").onlyIf(it -> !fleet.reports(cluster).isEmpty());
    configmap.report(pool, Mode.OK);
    assertThat(fleet.reconciled(pool)).isEqualTo("False");

    fleet.drive(cluster);
    configmap.report(pool, Mode.OK);

    assertThat(fleet.reconciled(pool)).isEqualTo("True");
  }

  @Test
  void nodePoolsThatAreCreatedAtOnceAreAllThere() throws InterruptedException, ExecutionException {
    JsonNode cluster = fleet.cluster();
    Callable<JsonNode> client = () -> fleet.pool(cluster);

    List<JsonNode> pools = Together.all(List.of(client, client, client));

    assertThat(fleet.pools(cluster)).containsExactlyInAnyOrderElementsOf(pools);
    fleet.patchSpec(pools.get(0), 2);
    fleet.drive(pools.get(1));
    assertThat(fleet.pools(cluster))
        .extracting(pool -> pool.at("/generation").asInt())
        .containsExactlyInAnyOrder(1, 1, 2);
    assertThat(pools).extracting(fleet::reconciled).containsExactly("False", "True", "False");
    assertThat(pools).extracting(pool -> fleet.reports(pool).size()).containsExactly(0, 1, 0);
  }

  @Test
  void whateverHappensToANodePoolItsClusterAndItsSiblingStayAsTheyAre() {
    JsonNode cluster = fleet.cluster();
    JsonNode pool = fleet.pool(cluster);
    JsonNode sibling = fleet.pool(cluster);
    fleet.drive(cluster, sibling);
    List<Object> before = seen(cluster, sibling);

    fleet.drive(pool);
    assertThat(seen(cluster, sibling)).isEqualTo(before);
    assertThat(fleet.patchSpec(pool, 2).json().at("/generation").asInt()).isEqualTo(2);
    fleet.drive(pool);
    assertThat(seen(cluster, sibling)).isEqualTo(before);
    assertThat(fleet.delete(pool).json().at("/generation").asInt()).isEqualTo(3);
    assertThat(seen(cluster, sibling)).isEqualTo(before);
    fleet.drive(pool);

    fleet.assertGone(pool);
    assertThat(seen(cluster, sibling)).isEqualTo(before);
    assertThat(fleet.pools(cluster)).containsExactly(fleet.now(sibling));
  }

  private List<Object> seen(JsonNode... resources) {
    List<Object> seen = new ArrayList<>();
    for (JsonNode resource : resources) {
      seen.add(fleet.now(resource));
      seen.add(fleet.reports(resource));
    }
    return seen;
  }

  @Test
  void whatWasAnsweredIsThereForTheNextReader() {
    JsonNode cluster = fleet.cluster();
    for (JsonNode resource : List.of(fleet.pool(cluster), cluster)) {
      assertThat(fleet.now(resource)).isEqualTo(resource);
      Answer patched = fleet.patchSpec(resource, 2);
      assertThat(fleet.now(resource)).isEqualTo(patched.json());
      for (FakeAdapter adapter : fleet.adapters(resource)) {
        Answer reported = adapter.report(resource, Mode.OK);
        assertThat(fleet.report(resource, adapter.name())).isEqualTo(reported.json());
        assertThat(fleet.status(resource, adapter.conditionType())).isEqualTo("True");
      }
      Answer deleted = fleet.delete(resource);
      assertThat(fleet.now(resource)).isEqualTo(deleted.json());
    }
  }
}
