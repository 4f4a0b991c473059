package io.hyperfleet.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperfleet.domain.status.AdapterName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KindDescriptorTest {

  @Test
  void clustersAreAsThePublishedRegistrySays() {
    KindDescriptor cluster = KindDescriptor.cluster();

    assertThat(cluster.kind()).isEqualTo(new Kind("Cluster"));
    assertThat(cluster.plural()).isEqualTo("clusters");
    assertThat(cluster.nameLength()).isEqualTo(new NameLength(3, 53));
    assertThat(cluster.specSchema()).contains("ClusterSpec");
    assertThat(cluster.requiredAdapters())
        .extracting(AdapterName::value)
        .containsExactly("validation", "dns", "pullsecret", "hypershift");
  }

  @Test
  void theHrefOfARootIsAPathBelowItsPlural() {
    assertThat(descriptor(List.of()).href("42")).isEqualTo("/api/hyperfleet/v1/channels/42");
  }

  @Test
  void theAdaptersAreCopied() {
    List<AdapterName> adapters = new ArrayList<>(List.of(new AdapterName("dns")));
    KindDescriptor descriptor = descriptor(adapters);
    adapters.clear();

    assertThat(descriptor.requiredAdapters()).containsExactly(new AdapterName("dns"));
  }

  @Test
  void aKindHasAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Kind(""))
        .withMessage("entity kind cannot be empty");
  }

  @Test
  void lengthsAreARange() {
    assertThatCode(() -> new NameLength(0, 0)).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> new NameLength(4, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new NameLength(-1, 3));
  }

  private static KindDescriptor descriptor(List<AdapterName> adapters) {
    return new KindDescriptor(
        new Kind("Channel"), "channels", new NameLength(1, 100), Optional.empty(), adapters);
  }
}
