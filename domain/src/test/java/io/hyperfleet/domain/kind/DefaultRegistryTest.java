package io.hyperfleet.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.status.AdapterName;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefaultRegistryTest {

  @Test
  void theTableIsThePublishedOne() {
    assertThat(KindFixture.KINDS.all())
        .extracting(DefaultRegistryTest::row)
        .containsExactly(
            "Cluster|clusters|-|ClusterSpec (yes)|validation,dns,pullsecret,hypershift|3-53",
            "NodePool|nodepools|Cluster/CASCADE|NodePoolSpec (yes)|validation,hypershift|3-15",
            "Channel|channels|-|ChannelSpec (no)||1-100",
            "Version|versions|Channel/RESTRICT|VersionSpec (no)||1-100",
            "WifConfig|wifconfigs|-|WifConfigSpec (no)||1-100");
    assertThat(KindFixture.KINDS.all()).allMatch(kind -> kind.references().isEmpty());
  }

  private static String row(KindDescriptor kind) {
    return String.join(
        "|",
        kind.name(),
        kind.plural(),
        kind.parent().map(parent -> parent.kind().name() + "/" + parent.onDelete()).orElse("-"),
        kind.specSchema()
            .map(schema -> schema.name() + (schema.required() ? " (yes)" : " (no)"))
            .orElse("-"),
        kind.requiredAdapters().stream().map(AdapterName::value).collect(Collectors.joining(",")),
        kind.nameLength().min() + "-" + kind.nameLength().max());
  }
}
