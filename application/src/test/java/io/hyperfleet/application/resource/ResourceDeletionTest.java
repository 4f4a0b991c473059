package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.caller.Caller;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindFixture;
import io.hyperfleet.domain.kind.OnParentDelete;
import io.hyperfleet.domain.kind.ReferenceRule;
import io.hyperfleet.domain.resource.References;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.json.JsonConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResourceDeletionTest {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  /** Only crates and bays wait for a report. */
  private static final KindCatalogue KINDS =
      new KindCatalogue(
          List.of(
              KindFixture.root("Depot", "depots")
                  .withReferences(new ReferenceRule("peer", new Kind("Depot"), 0, 0))
                  .build(),
              KindFixture.child("Crate", "crates", "Depot", OnParentDelete.RESTRICT)
                  .withAdapters("crate-checker")
                  .build(),
              KindFixture.child("Bay", "bays", "Crate").withAdapters("bay-watch").build(),
              KindFixture.child("Pallet", "pallets", "Depot")
                  .withReferences(new ReferenceRule("twin", new Kind("Pallet"), 0, 0))
                  .build(),
              KindFixture.child("Box", "boxes", "Pallet").build(),
              KindFixture.child("Slot", "slots", "Depot", OnParentDelete.KEEP).build()));

  private final FleetFixture fleet =
      new FleetFixture(KINDS, InMemoryStores.fresh(), by(new Caller("bob@example.com")), 7);

  private void assertGone(Resource... resources) {
    for (Resource resource : resources) {
      assertRefused(
          ErrorCode.RESOURCE_NOT_FOUND,
          resource.kind().name() + " with id='" + resource.id() + "' not found",
          () -> fleet.get(resource));
    }
  }

  private static void assertRefused(ErrorCode code, String detail, ThrowingCallable call) {
    FleetException refusal = catchThrowableOfType(FleetException.class, call);

    assertThat(refusal).hasMessage(detail);
    assertThat(refusal.code()).isEqualTo(code);
  }

  @Nested
  class Delete {

    @Test
    void whoWaitsForNobodyIsGoneAtOnceAndSeenForTheLastTime() {
      Resource depot = fleet.create("Depot", "d");
      fleet.tick();

      Resource gone = fleet.delete(depot);

      assertGone(depot);
      assertThat(gone.generation()).isEqualTo(2);
      assertThat(gone.audit().deleted()).contains(new Stamp(fleet.now(), "bob@example.com"));
      assertThat(gone.audit().updated()).isEqualTo(depot.audit().updated());
      assertThat(gone.conditions()).isEqualTo(depot.conditions());
      assertRefused(ErrorCode.RESOURCE_NOT_FOUND, "Depot not found", () -> fleet.delete(depot));
    }

    @Test
    void whoWaitsIsMarkedWithAllThatGoesWithIt() {
      Resource crate = fleet.createBelow(fleet.create("Depot", "d"), "Crate", "k");
      List<Resource> bays = new ArrayList<>();
      for (int i = 0; i < 7; i++) {
        bays.add(fleet.createBelow(crate, "Bay", "b-" + i));
      }
      fleet.tick();
      Stamp deleted = new Stamp(fleet.now(), "bob@example.com");

      Resource marked = fleet.delete(crate);

      assertThat(fleet.get(crate)).isEqualTo(marked);
      assertThat(marked.generation()).isEqualTo(2);
      assertThat(marked.audit().deleted()).contains(deleted);
      assertThat(marked.audit().updated()).isEqualTo(deleted);
      for (Resource bay : bays) {
        assertThat(fleet.get(bay).audit().deleted()).contains(deleted);
        assertThat(fleet.get(bay).generation()).isEqualTo(2);
        assertThat(reconciled(fleet.get(bay)))
            .satisfies(
                condition -> {
                  assertThat(condition.observedGeneration()).isEqualTo(2);
                  assertThat(condition.message())
                      .contains(
                          "Required adapters not reporting Finalized=True: [bay-watch]."
                              + " Currently reporting: []");
                  assertThat(condition.createdTime()).isEqualTo(bay.audit().created().time());
                });
      }
    }

    private Condition reconciled(Resource resource) {
      return new JsonConditions().read(resource.conditions()).get(0);
    }

    @Test
    void doneAgainItChangesNeitherTheGenerationNorTheDeletion() {
      Resource crate = fleet.createBelow(fleet.create("Depot", "d"), "Crate", "k");
      Resource bay = fleet.createBelow(crate, "Bay", "b");
      fleet.tick();
      Resource first = fleet.delete(crate);
      Resource marked = fleet.get(bay);
      fleet.tick();

      Resource again = fleet.delete(crate);

      assertThat(again.generation()).isEqualTo(first.generation());
      assertThat(again.audit().deleted()).isEqualTo(first.audit().deleted());
      assertThat(again.audit().updated().time()).isEqualTo(fleet.now());
      assertThat(fleet.get(bay)).isEqualTo(marked);
    }

    @Test
    void whatCascadesGoesAtOnceWithWhoWaitsForNobody() {
      Resource depot = fleet.create("Depot", "d");
      Resource pallet = fleet.createBelow(depot, "Pallet", "p");
      Resource box = fleet.createBelow(pallet, "Box", "b");
      Resource slot = fleet.createBelow(depot, "Slot", "s");

      fleet.delete(depot);

      assertGone(depot, pallet, box);
      assertThat(fleet.get(slot)).isEqualTo(slot);
    }

    @Test
    void anActiveChildThatRestrictsLeavesEverythingAsItWas() {
      Resource depot = fleet.create("Depot", "d");
      Resource pallet = fleet.createBelow(depot, "Pallet", "p");
      fleet.createBelow(depot, "Crate", "k");

      assertRefused(
          ErrorCode.STATE_CONFLICT,
          "Cannot delete Depot '" + depot.id() + "': active Crate(s) exist",
          () -> fleet.delete(depot));

      assertThat(fleet.get(depot)).isEqualTo(depot);
      assertThat(fleet.get(pallet)).isEqualTo(pallet);
    }

    @Test
    void aMarkedChildKeepsItsOwnerWaitingAsLongAsItIsThere() {
      Resource depot = fleet.create("Depot", "d");
      Resource pallet = fleet.createBelow(depot, "Pallet", "p");
      Resource crate = fleet.createBelow(depot, "Crate", "k");
      fleet.delete(crate);

      Resource marked = fleet.delete(depot);

      assertThat(fleet.get(depot)).isEqualTo(marked);
      assertThat(new JsonConditions().read(marked.conditions()))
          .extracting(Condition::type)
          .containsExactly("Reconciled", "LastKnownReconciled");
      assertGone(pallet);

      fleet.force(crate);

      assertGone(crate, depot);
    }

    @Test
    void whatIsReferredToStaysAndTellsByWhom() {
      Resource target = fleet.create("Depot", "d");
      Resource source = fleet.create(fleet.all("Depot"), "s", FleetFixture.to("peer", target));

      assertRefused(
          ErrorCode.STATE_CONFLICT,
          "cannot delete Depot \"d\": referenced by Depot \"s\" \u2014 remove the reference(s) before"
              + " deleting",
          () -> fleet.delete(target));

      fleet.delete(source);
      fleet.delete(target);

      assertGone(source, target);
    }

    @Test
    void whoWaitsToGoRefersToNobodyAnyMore() {
      Resource target = fleet.create("Depot", "d");
      Resource source = fleet.create(fleet.all("Depot"), "s", FleetFixture.to("peer", target));
      Resource crate = fleet.createBelow(source, "Crate", "k");
      fleet.delete(crate);

      fleet.delete(source);

      assertThat(fleet.get(source).references()).isEqualTo(References.NONE);
      fleet.delete(target);
      assertGone(target);
    }

    @Test
    void whatIsReferredToFurtherDownKeepsTheWholeTree() {
      Resource depot = fleet.create("Depot", "d");
      Resource pallet = fleet.createBelow(depot, "Pallet", "p");
      fleet.create(
          fleet.below(fleet.create("Depot", "e"), "Pallet"), "q", FleetFixture.to("twin", pallet));

      assertRefused(
          ErrorCode.STATE_CONFLICT,
          "cannot delete Pallet \"p\": referenced by Pallet \"q\" \u2014 remove the reference(s)"
              + " before deleting",
          () -> fleet.delete(depot));
      assertThat(fleet.get(pallet)).isEqualTo(pallet);
    }

    @Test
    void aNameIsFreeOnceItsHolderIsMarked() {
      Resource depot = fleet.create("Depot", "d");
      Resource crate = fleet.createBelow(depot, "Crate", "k");
      fleet.delete(crate);

      assertThat(fleet.createBelow(depot, "Crate", "k").id()).isNotEqualTo(crate.id());
    }

    @Test
    void eachRouteTellsInItsWayWhatIsMissing() {
      Resource depot = fleet.create("Depot", "d");
      Resource pallet = fleet.createBelow(fleet.create("Depot", "e"), "Pallet", "p");
      String id = pallet.id().toString();

      assertMissing("Pallet not found", fleet.all("Pallet"), NOBODY);
      assertMissing("Pallet not found", fleet.all("Pallet"), "x");
      assertMissing("Depot not found", fleet.all("Depot"), id);
      assertMissing(
          "Resource with id='" + NOBODY + "' not found", ResourceCollection.EVERYTHING, NOBODY);
      assertMissing("Pallet with id='" + id + "' not found", fleet.below(depot, "Pallet"), id);
      assertMissing(
          "Depot with id='" + NOBODY + "' not found",
          ResourceCollection.below(fleet.kind("Depot"), NOBODY, fleet.kind("Pallet")),
          id);
      assertThat(fleet.get(pallet)).isEqualTo(pallet);
    }

    private void assertMissing(String detail, ResourceCollection collection, String id) {
      assertRefused(ErrorCode.RESOURCE_NOT_FOUND, detail, () -> fleet.delete(collection, id));
    }

    @Test
    void itIsFoundWithoutItsKind() {
      Resource pallet = fleet.createBelow(fleet.create("Depot", "d"), "Pallet", "p");

      fleet.delete(ResourceCollection.EVERYTHING, pallet.id().toString());

      assertGone(pallet);
    }
  }

  @Nested
  class Force {

    @Test
    void itTakesEverythingBelowWhateverItsPolicy() {
      Resource depot = fleet.create("Depot", "d");
      Resource crate = fleet.createBelow(depot, "Crate", "k");
      Resource bay = fleet.createBelow(crate, "Bay", "b");
      Resource slot = fleet.createBelow(depot, "Slot", "s");
      fleet.delete(crate);
      fleet.delete(depot);

      fleet.force(depot);

      assertGone(depot, crate, bay, slot);
    }

    @Test
    void whatIsActiveIsNotTaken() {
      Resource depot = fleet.create("Depot", "d");

      assertRefused(
          ErrorCode.STATE_CONFLICT,
          "Depot '" + depot.id() + "' is not in Finalizing state",
          () -> fleet.force(depot));
      assertThat(fleet.get(depot)).isEqualTo(depot);
    }

    @Test
    void whatIsMissingIsToldWithItsId() {
      assertRefused(
          ErrorCode.RESOURCE_NOT_FOUND,
          "Depot with id='" + NOBODY + "' not found",
          () -> fleet.force(fleet.all("Depot"), NOBODY));
    }

    @Test
    void anOwnerThatDoesNotGoStays() {
      Resource depot = fleet.create("Depot", "d");
      Resource crate = fleet.createBelow(depot, "Crate", "k");
      fleet.delete(crate);

      fleet.force(crate);

      assertGone(crate);
      assertThat(fleet.get(depot)).isEqualTo(depot);
    }
  }

  @Test
  void aReferenceNeedsATargetThatStays() {
    Resource depot = fleet.create("Depot", "d");
    Resource crate = fleet.createBelow(depot, "Crate", "k");
    fleet.delete(crate);
    fleet.delete(depot);

    assertRefused(
        ErrorCode.VALIDATION,
        "reference type \"peer\": target Depot \"" + depot.id() + "\" is marked for deletion",
        () -> fleet.create(fleet.all("Depot"), "e", FleetFixture.to("peer", depot)));
    assertRefused(
        ErrorCode.VALIDATION,
        "unknown reference type \"peer\" for Slot",
        () ->
            fleet.create(
                fleet.below(fleet.create("Depot", "f"), "Slot"),
                "s",
                Map.copyOf(FleetFixture.to("peer", depot))));
  }
}
