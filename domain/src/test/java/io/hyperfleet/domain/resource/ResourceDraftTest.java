package io.hyperfleet.domain.resource;

import static io.hyperfleet.domain.kind.KindFixture.CLUSTER;
import static io.hyperfleet.domain.resource.ResourceRequestFixture.clusterRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourceDraftTest {

  @Test
  void aRequestThatKeepsTheRulesBecomesADraft() {
    ResourceRequest request =
        clusterRequest()
            .named("production")
            .withSpec("{\"a\":1}")
            .withLabels(Map.of("env", "prod"))
            .build();

    assertThat(ResourceDraft.accept(CLUSTER, request))
        .isEqualTo(
            new ResourceDraft(
                new ResourceName("production"),
                Labels.of(Map.of("env", "prod")),
                new Document("{\"a\":1}"),
                Map.of()));
  }

  @Test
  void referencesHaveTheirTurnLater() {
    ReferenceRequest target = new ReferenceRequest("x", "Nobody");

    assertThat(
            ResourceDraft.accept(CLUSTER, clusterRequest().referringTo("any", target).build())
                .references())
        .isEqualTo(Map.of("any", List.of(target)));
  }

  @Test
  void theFirstFailureInThePublishedOrderIsTheOneReported() {
    ResourceRequestFixture request =
        clusterRequest().withoutKind().withoutName().withoutSpec().withLabels(Map.of("-", "-"));

    assertRefused(request, "kind is required");
    assertRefused(request.ofKind("NodePool"), "kind must be 'Cluster'");
    assertRefused(request.ofKind("Cluster"), "name is required");
    assertRefused(request.named("A"), "name must be at least 3 characters");
    assertRefused(
        request.named("Abc"),
        "name must start and end with lowercase letter or number,"
            + " and contain only lowercase letters, numbers, and hyphens");
    assertRefused(request.named("abc"), "spec is required");
    assertRefused(request.withSpec("{}"), "label validation failed");
  }

  @Test
  void anEmptyKindIsAMissingKind() {
    assertRefused(clusterRequest().ofKind(""), "kind is required");
  }

  @Test
  void theCaseOfTheKindMatters() {
    assertRefused(clusterRequest().ofKind("cluster"), "kind must be 'Cluster'");
  }

  @Test
  void anEmptyNameIsAMissingName() {
    assertRefused(clusterRequest().named(""), "name is required");
  }

  @Test
  void labelOffendersTravelWithTheRefusal() {
    FleetException refusal = refusal(clusterRequest().withLabels(Map.of("-", "-")));

    assertThat(refusal.violations()).hasSize(2);
  }

  @Test
  void aRequestThatNamesItsKindItselfIsOfThatKind() {
    ResourceRequest request = clusterRequest().ofKind("NodePool").build();

    assertThat(ResourceDraft.kindOf(request, KindFixture.KINDS)).isEqualTo(KindFixture.NODE_POOL);
  }

  @Test
  void whatHoldsForEveryKindIsCheckedBeforeTheKindThatIsNamed() {
    ResourceRequestFixture request =
        clusterRequest().ofKind("Klaster").withoutSpec().withLabels(Map.of("-", "-"));

    assertNoKind(request, "spec is required");
    assertNoKind(request.withSpec("{}"), "label validation failed");
    assertNoKind(request.withLabels(Map.of()), "Unknown entity kind: Klaster");
    assertNoKind(request.withoutKind(), "Unknown entity kind: ");
  }

  private static void assertNoKind(ResourceRequestFixture request, String detail) {
    assertThatThrownBy(() -> ResourceDraft.kindOf(request.build(), KindFixture.KINDS))
        .isInstanceOf(FleetException.class)
        .hasMessage(detail);
  }

  @Test
  void aRequestCannotBeChangedThroughWhatItWasBuiltFrom() {
    Map<String, List<ReferenceRequest>> references = new HashMap<>();
    ResourceRequest built = clusterRequest().build();
    ResourceRequest request =
        new ResourceRequest(built.kind(), built.name(), built.spec(), Map.of(), references);
    references.put("late", List.of());

    assertThat(request.references()).isEmpty();
    assertThatThrownBy(() -> request.references().put("later", List.of()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static void assertRefused(ResourceRequestFixture request, String detail) {
    FleetException refusal = refusal(request);

    assertThat(refusal).hasMessage(detail);
    assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION);
  }

  private static FleetException refusal(ResourceRequestFixture request) {
    return catchThrowableOfType(
        FleetException.class, () -> ResourceDraft.accept(CLUSTER, request.build()));
  }
}
