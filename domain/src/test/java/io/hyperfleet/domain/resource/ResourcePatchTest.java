package io.hyperfleet.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.json.DocumentEquality;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourcePatchTest {

  private static final Stamp NOW =
      new Stamp(ResourceFixture.CREATED.plusSeconds(5), "carol@example.com");

  /** Blanks are all in which these tests spell documents differently. */
  private static final DocumentEquality EQUALITY =
      (left, right) -> left.json().replace(" ", "").equals(right.json().replace(" ", ""));

  private final Resource stored =
      ResourceFixture.cluster()
          .withSpec("{\"a\":1}")
          .withLabels(Map.of("env", "prod"))
          .withGeneration(4)
          .inVersion(9)
          .build();

  private static ResourcePatch spec(String json) {
    return accept(Optional.of(new Document(json)), Optional.empty(), Optional.empty());
  }

  private static ResourcePatch labels(Map<String, String> labels) {
    return accept(Optional.empty(), Optional.of(labels), Optional.empty());
  }

  private static ResourcePatch accept(
      Optional<Document> spec,
      Optional<Map<String, String>> labels,
      Optional<Map<String, List<ReferenceRequest>>> references) {
    return ResourcePatch.accept(new PatchRequest(spec, labels, references));
  }

  private Optional<Resource> apply(ResourcePatch patch) {
    return patch.applyTo(stored, Optional.empty(), NOW, EQUALITY);
  }

  @Test
  void aPatchOfNothingIsRefused() {
    FleetException refusal =
        catchThrowableOfType(
            FleetException.class,
            () -> accept(Optional.empty(), Optional.empty(), Optional.empty()));

    assertThat(refusal).hasMessage("at least one field must be provided for update");
    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
  }

  @Test
  void labelsFollowTheirRule() {
    assertThatThrownBy(() -> labels(Map.of("a b", ""))).hasMessage("label validation failed");
  }

  @Test
  void aSpecReplacesTheStoredOneWhole() {
    assertThat(apply(spec("{\"b\":2}")))
        .contains(
            new Resource(
                stored.id(),
                stored.kind(),
                stored.name(),
                stored.href(),
                stored.owner(),
                stored.labels(),
                stored.references(),
                new Document("{\"b\":2}"),
                stored.tenancy(),
                5,
                10,
                new Audit(stored.audit().created(), NOW, Optional.empty()),
                stored.conditions()));
  }

  @Test
  void labelsReplaceTheStoredOnesWhole() {
    Resource patched = apply(labels(Map.of("team", "a"))).orElseThrow();

    assertThat(patched.labels()).isEqualTo(Labels.of(Map.of("team", "a")));
    assertThat(patched.spec()).isEqualTo(stored.spec());
    assertThat(patched.generation()).isEqualTo(5);
    assertThat(apply(labels(Map.of())).orElseThrow().labels()).isEqualTo(Labels.NONE);
  }

  @Test
  void whatIsSoAlreadyIsNoChange() {
    assertThat(apply(spec("{ \"a\": 1 }"))).isEmpty();
    assertThat(apply(labels(Map.of("env", "prod")))).isEmpty();
  }

  @Test
  void referencesReplaceTheStoredOnesWholeAndAreAChangeWheneverTheyAreSent() {
    ResourcePatch patch = accept(Optional.empty(), Optional.empty(), Optional.of(Map.of()));
    References wanted =
        References.of(Map.of("peer", List.of(Reference.to(ResourceFixture.cluster().build()))));

    Resource patched = patch.applyTo(stored, Optional.of(wanted), NOW, EQUALITY).orElseThrow();
    Resource again = patch.applyTo(patched, Optional.of(wanted), NOW, EQUALITY).orElseThrow();

    assertThat(patched.references()).isEqualTo(wanted);
    assertThat(patched.generation()).isEqualTo(5);
    assertThat(again.generation()).isEqualTo(6);
    assertThat(apply(labels(Map.of())).orElseThrow().references()).isEqualTo(stored.references());
  }
}
