package io.hyperfleet.domain.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.kind.ReferenceRule;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceDraftTest {

  private static final Kind REGION = new Kind("Region");
  private static final KindDescriptor SITE =
      KindFixture.root("Site", "sites")
          .withReferences(
              new ReferenceRule("region", REGION, 1, 1),
              new ReferenceRule("backup", REGION, 0, 2),
              new ReferenceRule("peer", new Kind("Site"), 0, 0))
          .build();

  private final Reference first = new Reference(REGION, ResourceFixture.newId());
  private final Reference second = new Reference(REGION, ResourceFixture.newId());

  private static ReferenceRequest to(Reference target) {
    return new ReferenceRequest(target.id().toString(), target.kind().name());
  }

  private static HeldResource active(Reference target) {
    return new HeldResource(target, "/" + target.id(), false);
  }

  private static void assertRefused(Map<String, List<ReferenceRequest>> requested, String detail) {
    assertThatThrownBy(() -> ReferenceDraft.accept(SITE, requested))
        .isInstanceOf(FleetException.class)
        .hasMessage(detail);
  }

  private void assertRegionRefused(ReferenceRequest region, String detail) {
    assertRefused(Map.of("region", List.of(region)), "reference type \"region\": " + detail);
  }

  @Test
  void whatIsDeclaredAndThereIsConfirmed() {
    ReferenceDraft draft =
        ReferenceDraft.accept(
            SITE, Map.of("region", List.of(to(first)), "backup", List.of(to(second), to(first))));

    assertThat(draft.targets()).containsExactlyInAnyOrder(first, second);
    assertThat(draft.confirm(List.of(active(second), active(first))))
        .isEqualTo(
            References.of(Map.of("backup", List.of(first, second), "region", List.of(first))));
  }

  @Test
  void whatIsMissingComesFirst() {
    String missing = "required reference type \"region\" missing for Site (min 1)";

    assertRefused(Map.of(), missing);
    assertRefused(Map.of("region", List.of(), "zone", List.of(to(first))), missing);
  }

  @Test
  void aTypeThatIsNotDeclaredIsRefusedEvenIfItIsEmpty() {
    assertRefused(
        Map.of("region", List.of(to(first)), "zone", List.of()),
        "unknown reference type \"zone\" for Site");
  }

  @Test
  void moreThanDeclaredAreRefused() {
    assertRefused(
        Map.of("region", List.of(to(first), to(second))),
        "reference type \"region\" for Site exceeds max count 1 (got 2)");
  }

  @Test
  void aTargetNeedsItsIdOnceAndTheRightKind() {
    assertRegionRefused(new ReferenceRequest("", "Region"), "id is required");
    assertRegionRefused(
        new ReferenceRequest("x", ""), "kind \"\" does not match expected target kind \"Region\"");
    assertRegionRefused(
        new ReferenceRequest("x", "region"),
        "kind \"region\" does not match expected target kind \"Region\"");
    assertRefused(
        Map.of("region", List.of(to(first)), "backup", List.of(to(second), to(second))),
        "reference type \"backup\": duplicate target id \"" + second.id() + "\"");
  }

  @Test
  void whereAnyNumberIsAllowedThereIsStillALimit() {
    List<ReferenceRequest> many =
        IntStream.rangeClosed(1, ReferenceDraft.MOST)
            .mapToObj(i -> new ReferenceRequest("peer-" + i, "Site"))
            .toList();

    assertRefused(
        Map.of("region", List.of(to(first)), "peer", many),
        "there must be at most 1000 references (got 1001)");
  }

  @Test
  void aTargetThatIsNotThereIsToldAsItWasSent() {
    ReferenceDraft draft =
        ReferenceDraft.accept(
            SITE, Map.of("region", List.of(new ReferenceRequest("abc", "Region"))));

    assertThat(draft.targets()).isEmpty();
    assertThatThrownBy(() -> draft.confirm(List.of()))
        .hasMessage("reference type \"region\": target Region \"abc\" not found");
  }

  @Test
  void aTargetThatIsAboutToGoIsRefused() {
    ReferenceDraft draft = ReferenceDraft.accept(SITE, Map.of("region", List.of(to(first))));

    assertThatThrownBy(() -> draft.confirm(List.of(new HeldResource(first, "/", true))))
        .hasMessage(
            "reference type \"region\": target Region \""
                + first.id()
                + "\" is marked for deletion");
    assertThatThrownBy(() -> draft.confirm(List.of(active(second))))
        .hasMessageEndingWith("not found");
  }
}
