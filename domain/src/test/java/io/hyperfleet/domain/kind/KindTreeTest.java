package io.hyperfleet.domain.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KindTreeTest {

  private static final KindDescriptor DEPOT =
      KindFixture.root("Depot", "depots")
          .withReferences(new ReferenceRule("peer", new Kind("Pallet"), 0, 0))
          .build();
  private static final KindDescriptor CRATE =
      KindFixture.child("Crate", "crates", "Depot", OnParentDelete.RESTRICT).build();
  private static final KindDescriptor PALLET =
      KindFixture.child("Pallet", "pallets", "Depot").build();
  private static final KindDescriptor SLOT =
      KindFixture.child("Slot", "slots", "Depot", OnParentDelete.KEEP).build();
  private static final KindDescriptor BAY = KindFixture.child("Bay", "bays", "Crate").build();
  private static final KindDescriptor BOX =
      KindFixture.child("Box", "boxes", "Pallet", OnParentDelete.RESTRICT).build();
  private static final KindCatalogue KINDS =
      new KindCatalogue(List.of(DEPOT, CRATE, PALLET, SLOT, BAY, BOX));

  @Test
  void aDeletionFollowsWhatCascades() {
    assertThat(KindTree.cascade(KINDS, DEPOT).levels()).containsExactly(List.of(PALLET));
    assertThat(KindTree.cascade(KINDS, CRATE).levels()).containsExactly(List.of(BAY));
    assertThat(KindTree.cascade(KINDS, SLOT).levels()).isEmpty();
  }

  @Test
  void forceFollowsEverything() {
    assertThat(KindTree.whole(KINDS, DEPOT).levels())
        .containsExactly(List.of(CRATE, PALLET, SLOT), List.of(BAY, BOX));
  }

  @Test
  void whatRestrictsAnyOfItRestrictsTheWhole() {
    assertThat(KindTree.cascade(KINDS, DEPOT).restricting(KINDS))
        .containsExactly(CRATE.kind(), BOX.kind());
    assertThat(KindTree.cascade(KINDS, CRATE).restricting(KINDS)).isEmpty();
  }

  @Test
  void itKnowsWhetherReferencesLeadIntoItOrOut() {
    assertThat(KindTree.cascade(KINDS, DEPOT).refers()).isTrue();
    assertThat(KindTree.cascade(KINDS, DEPOT).isReferredTo(KINDS)).isTrue();
    assertThat(KindTree.cascade(KINDS, CRATE).refers()).isFalse();
    assertThat(KindTree.cascade(KINDS, CRATE).isReferredTo(KINDS)).isFalse();
  }
}
