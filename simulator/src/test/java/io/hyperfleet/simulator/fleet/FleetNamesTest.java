package io.hyperfleet.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FleetNamesTest {

  private static final FleetNames NAMES = FleetNames.at(1_800_000_000_000L);

  @Test
  void namesKeepTheRulesOfBothKinds() {
    assertThat(NAMES.cluster(99_999)).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?").hasSizeLessThan(54);
    assertThat(NAMES.nodePool(100)).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?").hasSizeLessThan(16);
  }

  @Test
  void anotherRunHasOtherNames() {
    FleetNames later = FleetNames.at(1_800_000_000_001L);

    assertThat(later.isOurs(named(NAMES.cluster(1)))).isFalse();
    assertThat(NAMES.isOurs(named(NAMES.cluster(1)))).isTrue();
  }

  private static ReadResource named(String name) {
    return new ReadResource("id", name, "/href", 1, false, Optional.empty());
  }
}
