package io.hyperfleet.domain.resource;

import static io.hyperfleet.domain.resource.ResourceRequestFixture.clusterRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.NameLength;
import io.hyperfleet.domain.status.ConditionsJson;
import io.hyperfleet.domain.status.InitialConditions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceTest {

  private static final ResourceId ID =
      ResourceId.parse("0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22").orElseThrow();
  private static final Stamp CREATED = new Stamp(ResourceFixture.CREATED, "alice@example.com");

  @Test
  void aNewResourceStartsAtGenerationOneInNoTenancy() {
    KindDescriptor kind = KindDescriptor.cluster();
    ResourceDraft draft = draft(kind);

    assertThat(Resource.create(ID, kind, draft, CREATED))
        .isEqualTo(
            new Resource(
                ID,
                Kind.CLUSTER,
                new ResourceName("production"),
                "/api/hyperfleet/v1/clusters/0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22",
                Optional.empty(),
                Labels.of(Map.of("env", "prod")),
                new Document("{\"a\":1}"),
                new Document("{}"),
                1,
                new Audit(CREATED, CREATED, Optional.empty()),
                ConditionsJson.write(
                    InitialConditions.of(kind.requiredAdapters(), 1, CREATED.time()))));
  }

  @Test
  void aNewResourceOfAKindWithoutAdaptersHasNoConditions() {
    KindDescriptor kind =
        new KindDescriptor(
            new Kind("Cluster"), "clusters", new NameLength(1, 100), Optional.empty(), List.of());

    assertThat(Resource.create(ID, kind, draft(kind), CREATED).conditions())
        .isEqualTo(new Document("[]"));
  }

  @Test
  void generationsCountFromOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceFixture.cluster().withGeneration(0).build())
        .withMessageContaining("0");
  }

  private static ResourceDraft draft(KindDescriptor kind) {
    return ResourceDraft.accept(
        kind, clusterRequest().withSpec("{\"a\":1}").withLabels(Map.of("env", "prod")).build());
  }
}
