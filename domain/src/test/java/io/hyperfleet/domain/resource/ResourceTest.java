package io.hyperfleet.domain.resource;

import static io.hyperfleet.domain.resource.ResourceRequestFixture.clusterRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindFixture;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceTest {

  private static final ResourceId ID =
      ResourceId.parse("0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22").orElseThrow();
  private static final Stamp CREATED = new Stamp(ResourceFixture.CREATED, "alice@example.com");

  @Test
  void aNewResourceStartsAtGenerationOneInNoTenancy() {
    KindDescriptor kind = KindFixture.CLUSTER;
    ResourceDraft draft = draft(kind);
    assertThat(Resource.create(ID, kind, Optional.empty(), draft, References.NONE, CREATED))
        .isEqualTo(
            new Resource(
                ID,
                kind.kind(),
                new ResourceName("production"),
                "/api/hyperfleet/v1/clusters/0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22",
                Optional.empty(),
                Labels.of(Map.of("env", "prod")),
                References.NONE,
                new Document("{\"a\":1}"),
                new Document("{}"),
                1,
                1,
                new Audit(CREATED, CREATED, Optional.empty()),
                new Document("[]")));
  }

  @Test
  void theAddressOfAChildContinuesThatOfItsOwner() {
    KindDescriptor kind = KindFixture.root("Cluster", "bays").build();
    OwnerReference owner =
        new OwnerReference(
            ResourceFixture.newId(), new Kind("Crate"), "/api/hyperfleet/v1/depots/1/crates/2");

    Resource bay =
        Resource.create(ID, kind, Optional.of(owner), draft(kind), References.NONE, CREATED);

    assertThat(bay.href()).isEqualTo(owner.href() + "/bays/" + ID);
    assertThat(bay.owner()).contains(owner);
  }

  @Test
  void generationsCountFromOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceFixture.cluster().withGeneration(0).build())
        .withMessageContaining("0");
  }

  @Test
  void versionsCountFromOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceFixture.cluster().inVersion(0).build())
        .withMessageContaining("0");
  }

  private static ResourceDraft draft(KindDescriptor kind) {
    return ResourceDraft.accept(
        kind, clusterRequest().withSpec("{\"a\":1}").withLabels(Map.of("env", "prod")).build());
  }
}
