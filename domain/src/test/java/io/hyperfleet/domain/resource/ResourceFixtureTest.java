package io.hyperfleet.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResourceFixtureTest {

  @Test
  void idsNamesAndKindsNeverRepeat() {
    Resource one = ResourceFixture.cluster().build();
    Resource other = ResourceFixture.cluster().build();

    assertThat(one.id()).isNotEqualTo(other.id());
    assertThat(one.name()).isNotEqualTo(other.name());
    assertThat(ResourceFixture.newKind()).isNotEqualTo(ResourceFixture.newKind());
  }

  @Test
  void aNodePoolLivesBelowItsCluster() {
    Resource cluster = ResourceFixture.cluster().build();
    Resource nodePool = ResourceFixture.nodePoolOf(cluster).build();

    assertThat(nodePool.href()).isEqualTo(cluster.href() + "/nodepools/" + nodePool.id());
    assertThat(nodePool.owner())
        .contains(new OwnerReference(cluster.id(), cluster.kind(), cluster.href()));
  }
}
