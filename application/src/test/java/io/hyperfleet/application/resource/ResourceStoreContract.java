package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.kind.KindFixture.CLUSTER;
import static io.hyperfleet.domain.kind.KindFixture.NODE_POOL;
import static io.hyperfleet.domain.resource.ResourceFixture.CREATED;
import static io.hyperfleet.domain.resource.ResourceFixture.changed;
import static io.hyperfleet.domain.resource.ResourceFixture.cluster;
import static io.hyperfleet.domain.resource.ResourceFixture.newId;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.nodePoolOf;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.HeldResource;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.ResourceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The laws of {@link ResourceStore} about single resources, for every implementation alike; those
 * of its lists are in {@link ResourceListContract}. They hold in a store that has other content.
 */
public interface ResourceStoreContract extends ResourceListContract, ResourceSearchContract {

  @Override
  ResourceStore store();

  @Override
  Transactions transactions();

  @Test
  default void findReturnsEveryPartOfARoot() {
    Resource stored =
        insert(
            cluster()
                .withLabels(Map.of("env", "prod", "example.com/tier", "", "team", "a.b_c-D"))
                .withSpec(
                    """
                    {"z": [1, 2.50, 9007199254740993, -1e3, []], "a": {"null": null, "on": true},
                     "text": "quote \\" slash \\\\ line \\n emoji \\ud83d\\ude80 \u00e9", "": {}}
                    """)
                .inTenancy("{\"org\": \"acme\"}")
                .withGeneration(7)
                .updated(Instant.parse("2026-08-21T10:30:00.999999Z"), "carol")
                .deleted());

    assertThat(found(stored)).contains(stored);
  }

  @Test
  default void findReturnsAnActiveRootOfADeclaredKind() {
    Resource stored = insert(root(newKind()).withConditions("[]"));

    assertThat(found(stored)).contains(stored);
  }

  @Test
  default void findReturnsAChildWithItsOwner() {
    Resource child = insert(nodePoolOf(insert(cluster())).named("workers"));

    assertThat(found(child)).contains(child);
  }

  @Test
  default void findReturnsWhatAResourceRefersTo() {
    Resource one = insert(cluster());
    Resource two = insert(cluster());
    Resource stored = insert(root(newKind()).referringTo("one", one).referringTo("both", two, one));

    assertThat(found(stored)).contains(stored);
  }

  @Test
  default void updateReplacesWhatAResourceRefersTo() {
    Resource one = insert(cluster());
    Resource two = insert(cluster());
    Resource stored = insert(root(newKind()).referringTo("a", one).referringTo("gone", one));
    Resource changed = changed(stored).referringTo("a", two, one).build();
    Resource bare = changed(changed).build();

    assertThat(updated(changed, 1)).isTrue();
    assertThat(found(stored)).contains(CanonicalResource.of(changed));
    assertThat(updated(bare, 2)).isTrue();
    assertThat(found(stored)).contains(CanonicalResource.of(bare));
  }

  @Test
  default void whatExistsCanBeHeld() {
    Resource active = insert(cluster());
    Resource marked = insert(root(newKind()).deleted());
    Reference otherKind = new Reference(newKind(), active.id());
    Set<Reference> wanted = Set.of(Reference.to(active), Reference.to(marked), otherKind);

    assertThat(inTransaction(() -> store().hold(wanted)))
        .containsExactlyInAnyOrder(
            new HeldResource(Reference.to(active), active.href(), false),
            new HeldResource(Reference.to(marked), marked.href(), true));
    assertThat(transactions().reading(request(), () -> store().exists(marked.kind(), marked.id())))
        .isTrue();
    assertThat(
            transactions().reading(request(), () -> store().exists(otherKind.kind(), active.id())))
        .isFalse();
  }

  @Test
  default void labelKeysThatDifferOnlyByCaseAreDifferentLabels() {
    Resource stored = insert(cluster().withLabels(Map.of("tier", "low", "Tier", "High")));

    assertThat(found(stored)).contains(stored);
  }

  @Test
  default void anUnknownIdOrOneOfAnotherKindIsNotFound() {
    Resource stored = insert(cluster());

    assertThat(find(CLUSTER.kind(), newId())).isEmpty();
    assertThat(find(NODE_POOL.kind(), stored.id())).isEmpty();
    assertThat(find(newKind(), stored.id())).isEmpty();
  }

  @Test
  default void aNameIsHeldOnceAmongClusters() {
    Resource holder = insert(cluster());

    assertRefused(cluster().named(holder.name().value()).withLabels(Map.of("a", "b")));

    assertThat(found(holder)).contains(holder);
  }

  @Test
  default void aNameIsHeldOnceAmongRootsOfADeclaredKind() {
    Resource holder = insert(root(newKind()));

    assertRefused(root(holder.kind()).named(holder.name().value()));
  }

  @Test
  default void aNameIsHeldOncePerOwnerWhateverTheTenancy() {
    Resource parent = insert(cluster());
    insert(nodePoolOf(parent).named("workers"));

    assertRefused(nodePoolOf(parent).named("workers").inTenancy("{\"org\":\"a\"}"));
  }

  @Test
  default void aNameIsHeldOncePerTenancyWhateverTheSpellingOfTheTenancy() {
    Resource holder = insert(cluster().inTenancy("{\"org\":\"a\",\"unit\":\"b\"}"));

    assertRefused(
        cluster().named(holder.name().value()).inTenancy("{ \"unit\":\"b\", \"org\":\"a\" }"));
  }

  @Test
  default void anotherKindMayUseTheName() {
    Resource holder = insert(cluster());

    assertAccepted(root(newKind()).named(holder.name().value()));
    assertAccepted(root(newKind()).named(holder.name().value()));
  }

  @Test
  default void anotherOwnerMayUseTheName() {
    insert(nodePoolOf(insert(cluster())).named("workers"));

    assertAccepted(nodePoolOf(insert(cluster())).named("workers"));
  }

  @Test
  default void anotherTenancyMayUseTheName() {
    Resource holder = insert(cluster().inTenancy("{\"org\":\"a\"}"));

    assertAccepted(cluster().named(holder.name().value()).inTenancy("{\"org\":\"b\"}"));
    assertAccepted(cluster().named(holder.name().value()));
  }

  @Test
  default void theNameOfAResourceMarkedForDeletionIsFree() {
    Resource parent = insert(cluster().deleted());
    insert(nodePoolOf(parent).named("workers").deleted());

    assertAccepted(cluster().named(parent.name().value()));
    assertAccepted(cluster().named(parent.name().value()).deleted());
    assertAccepted(nodePoolOf(parent).named("workers"));
  }

  @Test
  default void aTransactionThatThrowsLeavesNothing() {
    Resource lost = cluster().withLabels(Map.of("a", "b")).build();
    Runnable failure =
        () -> {
          throw new IllegalStateException("after the insert");
        };

    assertThatThrownBy(() -> insert(lost, failure)).hasMessage("after the insert");

    assertThat(found(lost)).isEmpty();
    assertAccepted(cluster().named(lost.name().value()));
  }

  @Test
  default void lockReturnsWhatFindReturns() {
    Resource stored = insert(cluster().withLabels(Map.of("a", "b")));

    assertThat(inTransaction(() -> store().lock(stored.kind(), stored.id())))
        .map(CanonicalResource::of)
        .contains(stored);
    assertThat(inTransaction(() -> store().lock(newKind(), stored.id()))).isEmpty();
  }

  @Test
  default void whoWaitedForALockSeesAllThatBecameOfTheResource() throws Exception {
    Resource target = insert(root(newKind()));
    Resource stored =
        insert(cluster().withLabels(Map.of("kept", "1", "gone", "2")).referringTo("a", target));
    Resource changed =
        changed(stored)
            .withLabels(Map.of("kept", "3", "added", "4"))
            .referringTo("b", target)
            .withSpec("{\"other\":[1]}")
            .build();
    CompletableFuture<Optional<Resource>> other = new CompletableFuture<>();

    inTransaction(
        () -> {
          store().lock(stored.kind(), stored.id());
          new Thread(() -> other.complete(locked(stored))).start();
          assertThatThrownBy(() -> other.get(200, TimeUnit.MILLISECONDS))
              .isInstanceOf(TimeoutException.class);
          return store().update(changed, 1);
        });

    assertThat(other.get(10, TimeUnit.SECONDS).map(CanonicalResource::of))
        .contains(CanonicalResource.of(changed));
  }

  @Test
  default void updateReplacesWhatMayChange() {
    Resource stored = insert(cluster().withLabels(Map.of("gone", "1", "kept", "2", "new", "3")));
    Resource changed =
        changed(stored)
            .withLabels(Map.of("kept", "2", "new", "4", "added", "5"))
            .withSpec("{\"other\":[1]}")
            .withConditions("[]")
            .updated(Instant.parse("2026-09-01T00:00:00.000001Z"), "dora")
            .deleted()
            .build();

    assertThat(updated(changed, 1)).isTrue();

    assertThat(found(stored)).contains(CanonicalResource.of(changed));
  }

  @Test
  default void updateCanTakeAllLabelsAway() {
    Resource stored = insert(cluster().withLabels(Map.of("a", "1", "b", "2")));
    Resource bare = changed(stored).build();

    assertThat(updated(bare, 1)).isTrue();

    assertThat(found(stored)).contains(CanonicalResource.of(bare));
  }

  @Test
  default void updateLeavesAloneWhatNeverChanges() {
    Resource stored = insert(cluster().inTenancy("{\"org\":\"a\"}"));
    Resource changed =
        changed(stored).named("other").inTenancy("{}").createdAt(CREATED.minusSeconds(1)).build();

    assertThat(updated(changed, 1)).isTrue();

    Resource found = found(stored).orElseThrow();
    assertThat(found.name()).isEqualTo(stored.name());
    assertThat(found.tenancy()).isEqualTo(stored.tenancy());
    assertThat(found.audit().created()).isEqualTo(stored.audit().created());
  }

  @Test
  default void updateOfAnotherVersionChangesNothing() {
    Resource stored = insert(cluster().inVersion(5).withLabels(Map.of("a", "b")));
    Resource late = changed(stored).withLabels(Map.of("c", "d")).build();

    assertThat(updated(late, 4)).isFalse();
    assertThat(updated(late, 6)).isFalse();

    assertThat(found(stored)).contains(stored);
  }

  @Test
  default void updateOfWhatIsNotThereChangesNothing() {
    Resource missing = cluster().withLabels(Map.of("a", "b")).build();

    assertThat(updated(missing, 1)).isFalse();

    assertThat(found(missing)).isEmpty();
  }

  @Test
  default void anUpdateIsUndoneWithItsTransaction() {
    Resource stored = insert(cluster().withLabels(Map.of("a", "b")));

    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      store().update(changed(stored).build(), 1);
                      throw new IllegalStateException("after the update");
                    }))
        .hasMessage("after the update");

    assertThat(found(stored)).contains(stored);
  }

  @Test
  default void deleteLeavesNothing() {
    Resource stored = insert(cluster().withLabels(Map.of("a", "b")));

    assertThat(deleted(newKind(), stored.id())).isFalse();
    assertThat(deleted(stored.kind(), stored.id())).isTrue();
    assertThat(deleted(stored.kind(), stored.id())).isFalse();

    assertThat(found(stored)).isEmpty();
    assertAccepted(cluster().named(stored.name().value()));
  }

  @Test
  default void aClusterTakesItsNodePoolsWithIt() {
    Resource parent = insert(cluster());
    Resource child = insert(nodePoolOf(parent).withLabels(Map.of("a", "b")));
    Resource other = insert(nodePoolOf(insert(cluster())));

    deleted(parent.kind(), parent.id());

    assertThat(found(child)).isEmpty();
    assertThat(found(other)).contains(other);
  }

  @Test
  default void aDeleteIsUndoneWithItsTransaction() {
    Resource parent = insert(cluster().withLabels(Map.of("a", "b")));
    Resource child = insert(nodePoolOf(parent));

    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      store().delete(parent.kind(), parent.id());
                      throw new IllegalStateException("after the delete");
                    }))
        .hasMessage("after the delete");

    assertThat(found(parent)).contains(parent);
    assertThat(found(child)).contains(child);
  }

  @Test
  default void whatChangesOrLocksNeedsATransaction() {
    Resource stored = insert(cluster());

    assertRefusedInARead(() -> store().lock(stored.kind(), stored.id()));
    assertRefusedInARead(() -> store().update(changed(stored).build(), 1));
    assertRefusedInARead(() -> store().delete(stored.kind(), stored.id()));

    assertThat(found(stored)).contains(stored);
  }

  private Resource insert(ResourceFixture fixture) {
    return insert(fixture.build());
  }

  private Resource insert(Resource resource) {
    return insert(resource, () -> {});
  }

  /** Another step in the same transaction may follow. */
  private Resource insert(Resource resource, Runnable next) {
    return inTransaction(
        () -> {
          store().insert(resource);
          next.run();
          return CanonicalResource.of(resource);
        });
  }

  private Optional<Resource> found(Resource resource) {
    return find(resource.kind(), resource.id()).map(CanonicalResource::of);
  }

  private Optional<Resource> find(Kind kind, ResourceId id) {
    return transactions().reading(request(), () -> store().find(kind, id));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return transactions().required(request(), work);
  }

  private boolean updated(Resource resource, long expectedVersion) {
    return inTransaction(() -> store().update(resource, expectedVersion));
  }

  private boolean deleted(Kind kind, ResourceId id) {
    return inTransaction(() -> store().delete(kind, id));
  }

  private Optional<Resource> locked(Resource resource) {
    return inTransaction(() -> store().lock(resource.kind(), resource.id()));
  }

  private void assertRefusedInARead(Supplier<?> change) {
    assertThatIllegalStateException()
        .isThrownBy(() -> transactions().reading(request(), change::get));
  }

  private void assertAccepted(ResourceFixture fixture) {
    Resource stored = insert(fixture);
    assertThat(found(stored)).contains(stored);
  }

  /** The insert itself fails, not the commit after it, and leaves nothing. */
  private void assertRefused(ResourceFixture fixture) {
    Resource refused = fixture.build();
    assertThatThrownBy(() -> insert(refused, () -> fail("the insert passed")))
        .hasMessage("This " + refused.kind().name() + " already exists")
        .asInstanceOf(type(FleetException.class))
        .extracting(FleetException::code)
        .isEqualTo(ErrorCode.CONFLICT);
    assertThat(found(refused)).isEmpty();
  }
}
