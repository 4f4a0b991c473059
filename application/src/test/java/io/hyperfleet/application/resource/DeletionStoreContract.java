package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.childOf;
import static io.hyperfleet.domain.resource.ResourceFixture.newId;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.resource.DeletionStore.ActiveChild;
import io.hyperfleet.application.resource.DeletionStore.Ancestor;
import io.hyperfleet.application.resource.DeletionStore.Batch;
import io.hyperfleet.application.resource.DeletionStore.Mark;
import io.hyperfleet.application.resource.DeletionStore.Referrer;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.References;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The laws of {@link DeletionStore}, for every implementation alike. */
public interface DeletionStoreContract {

  ResourceStore store();

  DeletionStore deletions();

  Transactions transactions();

  @Test
  default void theAncestorsThatAreMarkedAreFoundNearestFirst() {
    Resource top = insert(root(newKind()));
    Resource second = insert(childOf(top, newKind()).deleted());
    Resource third = insert(childOf(second, newKind()).deleted());
    Resource fourth = insert(childOf(third, newKind()));
    Resource fifth = insert(childOf(fourth, newKind()).deleted());

    assertThat(ancestors(fourth)).containsExactly(Reference.to(third), Reference.to(second));
    assertThat(ancestors(fifth)).isEmpty();
    assertThat(ancestors(top)).isEmpty();
    assertThat(inTransaction(() -> deletions().lockMarkedAncestors(lineage(third), newId())))
        .isEmpty();
  }

  @Test
  default void ofAnAncestorItsGenerationIsKnown() {
    Resource top = insert(root(newKind()).deleted().withGeneration(3));
    Resource child = insert(childOf(top, newKind()));

    assertThat(inTransaction(() -> deletions().lockMarkedAncestors(lineage(child), child.id())))
        .containsExactly(new Ancestor(Reference.to(top), 3));
  }

  @Test
  default void onlyWhoHasNoChildIsRemovedAsChildless() {
    Resource top = insert(root(newKind()));
    Resource marked = insert(childOf(top, newKind()).deleted());

    assertThat(inTransaction(() -> deletions().removeChildless(Reference.to(top)))).isFalse();
    assertThat(inTransaction(() -> deletions().removeChildless(Reference.to(marked)))).isTrue();
    Resource active = insert(childOf(top, newKind()));
    assertThat(inTransaction(() -> deletions().removeChildless(Reference.to(top)))).isFalse();
    assertThat(inTransaction(() -> deletions().removeChildless(Reference.to(active)))).isTrue();
    assertThat(inTransaction(() -> deletions().removeChildless(Reference.to(top)))).isTrue();
    assertThat(inTransaction(() -> deletions().removeChildless(Reference.to(top)))).isFalse();
  }

  @Test
  default void aLevelComesInPartsWithAllThatADeletionNeeds() {
    Kind kind = newKind();
    Kind other = newKind();
    Resource top = insert(root(newKind()));
    Resource elsewhere = insert(root(top.kind()));
    List<Resource> children = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      children.add(insert(childOf(top, kind).withGeneration(i + 1).withConditions("[]")));
    }
    Resource marked = insert(childOf(top, other).deleted());
    insert(childOf(top, newKind()));
    insert(childOf(elsewhere, kind));
    ResourceTree tree = new ResourceTree(Reference.to(top), List.of(List.of(kind, other)));

    List<Descendant> level = inTransaction(() -> level(tree, 1));

    assertThat(level)
        .contains(
            new Descendant(
                Reference.to(children.get(3)), Reference.to(top), 4, new Document("[]"), false))
        .extracting(Descendant::reference)
        .containsExactlyInAnyOrder(
            Reference.to(children.get(0)),
            Reference.to(children.get(1)),
            Reference.to(children.get(2)),
            Reference.to(children.get(3)),
            Reference.to(children.get(4)),
            Reference.to(marked));
    assertThat(level).filteredOn(Descendant::marked).hasSize(1);
  }

  @Test
  default void theNextLevelIsBelowTheOneAbove() {
    Kind crate = newKind();
    Kind bay = newKind();
    Resource top = insert(root(newKind()));
    Resource own = insert(childOf(top, crate));
    Resource wanted = insert(childOf(own, bay));
    insert(childOf(insert(childOf(insert(root(top.kind())), crate)), bay));
    ResourceTree tree = new ResourceTree(Reference.to(top), List.of(List.of(crate), List.of(bay)));

    assertThat(inTransaction(() -> level(tree, 2)))
        .extracting(Descendant::reference)
        .containsExactly(Reference.to(wanted));
  }

  @Test
  default void anActiveChildAnywhereInTheTreeIsFound() {
    Kind crate = newKind();
    Kind box = newKind();
    Resource top = insert(root(newKind()));
    Resource own = insert(childOf(top, crate));
    insert(childOf(own, box).deleted());
    ResourceTree tree = new ResourceTree(Reference.to(top), List.of(List.of(crate)));

    assertThat(inTransaction(() -> deletions().activeChild(tree, List.of(box)))).isEmpty();

    insert(childOf(own, box));

    assertThat(inTransaction(() -> deletions().activeChild(tree, List.of(newKind(), box))))
        .contains(new ActiveChild(Reference.to(own), box));
    assertThat(inTransaction(() -> deletions().activeChild(tree, List.of(newKind())))).isEmpty();
  }

  @Test
  default void theLowestOneToWhichOthersReferIsFoundWithAllWhoDo() {
    Kind crate = newKind();
    Kind source = newKind();
    Resource top = insert(root(newKind()));
    Resource own = insert(childOf(top, crate));
    ResourceTree tree = new ResourceTree(Reference.to(top), List.of(List.of(crate)));
    insert(root(source).named("on-top").referringTo("up", top));

    assertThat(inTransaction(() -> deletions().referred(tree, 9)).orElseThrow())
        .isEqualTo(
            new DeletionStore.Referred(
                Reference.to(top), top.name().value(), List.of(new Referrer(source, "on-top"))));

    insert(root(source).named("b").referringTo("one", own).referringTo("two", own));
    insert(root(source).named("a").referringTo("one", own));

    assertThat(inTransaction(() -> deletions().referred(tree, 9)).orElseThrow())
        .isEqualTo(
            new DeletionStore.Referred(
                Reference.to(own),
                own.name().value(),
                List.of(
                    new Referrer(source, "a"),
                    new Referrer(source, "b"),
                    new Referrer(source, "b"))));
    assertThat(inTransaction(() -> deletions().referred(tree, 2)).orElseThrow().referrers())
        .hasSize(2);
  }

  @Test
  default void oneThatRefersToItselfIsReferredTo() {
    Resource own = insert(root(newKind()));
    inTransaction(
        () ->
            store()
                .update(
                    ResourceFixture.changed(own).referringTo("peer", own).build(), own.version()));
    ResourceTree tree = new ResourceTree(Reference.to(own), List.of());

    assertThat(inTransaction(() -> deletions().referred(tree, 9))).isPresent();

    drop(tree);

    assertThat(inTransaction(() -> deletions().referred(tree, 9))).isEmpty();
  }

  @Test
  default void aTreeCanLetGoOfAllItRefersTo() {
    Kind crate = newKind();
    Resource target = insert(root(newKind()));
    Resource top = insert(root(newKind()).referringTo("a", target));
    Resource own = insert(childOf(top, crate).referringTo("b", target));
    Resource other = insert(root(top.kind()).referringTo("a", target));

    drop(new ResourceTree(Reference.to(top), List.of(List.of(crate))));

    assertThat(found(top).references()).isEqualTo(References.NONE);
    assertThat(found(own).references()).isEqualTo(References.NONE);
    assertThat(found(other)).isEqualTo(CanonicalResource.of(other));
  }

  @Test
  default void aMarkChangesWhatItNamesAndNothingElse() {
    Resource stored = insert(root(newKind()).withLabels(Map.of("a", "b")).withGeneration(3));
    Resource other = insert(root(newKind()));
    Stamp deleted = new Stamp(Instant.parse("2026-09-01T00:00:00.000001Z"), "bob");
    Instant updated = Instant.parse("2026-09-02T00:00:00.000002Z");
    Document conditions = new Document("[]");

    inTransaction(
        () -> {
          deletions()
              .mark(
                  List.of(
                      new Mark(Reference.to(stored), 4, conditions),
                      new Mark(new Reference(stored.kind(), newId()), 1, conditions)),
                  deleted,
                  updated);
          return true;
        });

    Resource marked = found(stored);
    assertThat(marked.generation()).isEqualTo(4);
    assertThat(marked.version()).isEqualTo(stored.version() + 1);
    assertThat(marked.conditions()).isEqualTo(conditions);
    assertThat(marked.audit().deleted()).contains(deleted);
    assertThat(marked.audit().updated())
        .isEqualTo(new Stamp(updated, stored.audit().updated().by()));
    assertThat(marked.labels()).isEqualTo(stored.labels());
    assertThat(marked.name()).isEqualTo(stored.name());
    assertThat(found(other)).isEqualTo(CanonicalResource.of(other));
  }

  @Test
  default void whoWaitsForNothingIsRemovedFromTheBottomUp() {
    Kind crate = newKind();
    Kind bay = newKind();
    Resource target = insert(root(newKind()));
    Resource top = insert(root(newKind()).withLabels(Map.of("a", "b")).referringTo("r", target));
    Resource own = insert(childOf(top, crate));
    Resource lowest = insert(childOf(own, bay));
    ResourceTree tree = new ResourceTree(Reference.to(top), List.of(List.of(crate), List.of(bay)));

    assertThat(removeFinished(tree, List.of(bay))).isFalse();
    assertThat(List.of(find(top), find(own), find(lowest))).allMatch(Optional::isPresent);

    assertThat(removeFinished(tree, List.of(top.kind()))).isFalse();
    assertThat(find(top)).isPresent();
    assertThat(List.of(find(own), find(lowest))).allMatch(Optional::isEmpty);

    assertThat(removeFinished(tree, List.of())).isTrue();
    assertThat(find(top)).isEmpty();
    assertThat(find(target)).isPresent();
  }

  @Test
  default void aMarkedChildOfAnyOtherKindKeepsItsOwnerAndAnActiveOneDoesNot() {
    Kind crate = newKind();
    Resource top = insert(root(newKind()));
    Resource kept = insert(childOf(top, crate));
    Resource free = insert(childOf(top, crate));
    insert(childOf(kept, newKind()).deleted());
    insert(childOf(free, newKind()));
    ResourceTree tree = new ResourceTree(Reference.to(top), List.of(List.of(crate)));

    assertThat(removeFinished(tree, List.of())).isFalse();

    assertThat(find(free)).isEmpty();
    assertThat(find(kept)).isPresent();
    assertThat(find(top)).isPresent();
  }

  @Test
  default void forceTakesTheTreeAndAllReferencesToIt() {
    Kind crate = newKind();
    Resource top = insert(root(newKind()));
    Resource own = insert(childOf(top, crate).withLabels(Map.of("a", "b")));
    Resource other = insert(root(newKind()));
    Resource source = insert(root(newKind()).referringTo("r", own, other));
    ResourceTree tree = new ResourceTree(Reference.to(top), List.of(List.of(crate)));

    inTransaction(
        () -> {
          deletions().removeAll(tree);
          return true;
        });

    assertThat(List.of(find(top), find(own))).allMatch(Optional::isEmpty);
    assertThat(found(source).references())
        .isEqualTo(References.of(Map.of("r", List.of(Reference.to(other)))));
    assertThat(found(source).generation()).isEqualTo(source.generation());
  }

  @Test
  default void outsideOfATransactionNothingIsTaken() {
    Resource stored = insert(root(newKind()));
    ResourceTree tree = new ResourceTree(Reference.to(stored), List.of());

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                transactions()
                    .reading(request(), () -> deletions().removeFinished(tree, List.of())));
    assertThat(find(stored)).isPresent();
  }

  private List<Descendant> level(ResourceTree tree, int level) {
    List<Descendant> all = new ArrayList<>();
    Batch batch = deletions().lockLevel(tree, level, Optional.empty());
    all.addAll(batch.items());
    while (!batch.last()) {
      batch = deletions().lockLevel(tree, level, Optional.of(all.get(all.size() - 1).reference()));
      all.addAll(batch.items());
    }
    return all;
  }

  /** Its kind, that of its owner and so on. */
  default List<Kind> lineage(Resource resource) {
    List<Kind> kinds = new ArrayList<>(List.of(resource.kind()));
    resource
        .owner()
        .flatMap(owner -> store().find(owner.kind(), owner.id()))
        .ifPresent(owner -> kinds.addAll(lineage(owner)));
    return kinds;
  }

  private List<Reference> ancestors(Resource resource) {
    return inTransaction(
        () ->
            deletions().lockMarkedAncestors(lineage(resource), resource.id()).stream()
                .map(Ancestor::reference)
                .toList());
  }

  private boolean removeFinished(ResourceTree tree, List<Kind> waiting) {
    return inTransaction(
        () -> {
          deletions().dropReferences(tree);
          return deletions().removeFinished(tree, waiting);
        });
  }

  private void drop(ResourceTree tree) {
    inTransaction(
        () -> {
          deletions().dropReferences(tree);
          return true;
        });
  }

  private Resource insert(ResourceFixture fixture) {
    Resource resource = fixture.build();
    return inTransaction(
        () -> {
          store().insert(resource);
          return resource;
        });
  }

  private Optional<Resource> find(Resource resource) {
    return transactions().reading(request(), () -> store().find(resource.kind(), resource.id()));
  }

  private Resource found(Resource resource) {
    return CanonicalResource.of(find(resource).orElseThrow());
  }

  private <T> T inTransaction(Supplier<T> work) {
    return transactions().required(request(), work);
  }
}
