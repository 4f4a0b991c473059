package io.hyperfleet.persistence.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.childOf;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.resource.DeletionStore;
import io.hyperfleet.application.resource.DeletionStore.Ancestor;
import io.hyperfleet.application.resource.DeletionStore.Mark;
import io.hyperfleet.application.resource.DeletionStoreContract;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.application.resource.ResourceStoreContract;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.HeldResource;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JpaResourceStoreIT implements ResourceStoreContract, DeletionStoreContract {

  private static Sql sql;
  private static TestStores stores;

  @BeforeAll
  static void open() {
    TestDatabase database = TestDatabase.migrated();
    sql = new Sql(database.dataSource());
    stores = TestStores.on(database.dataSource());
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void aReadSeesWhatItsTransactionInserted() {
    Resource resource = root(newKind()).withLabels(Map.of("env", "prod")).build();

    Optional<Resource> found =
        transactions()
            .required(
                request(),
                () -> {
                  store().insert(resource);
                  return store().find(resource.kind(), resource.id());
                });

    assertThat(found).map(Resource::labels).contains(resource.labels());
  }

  @Test
  void aReadSeesWhatAnotherReplicaChangedSince() throws SQLException {
    Resource resource = root(newKind()).build();
    stores.insert(resource);
    stores.find(resource.kind(), resource.id());

    sql.run("UPDATE app.resources SET generation = 2 WHERE id = ?", resource.id().value());

    assertThat(stores.find(resource.kind(), resource.id())).map(Resource::generation).contains(2);
  }

  @Test
  void ofTwoThatWaitForEachOtherOneGivesWayAndIsDoneAgain() throws Exception {
    Resource one = stores.insert(root(newKind()).build());
    Resource two = stores.insert(root(newKind()).build());
    CyclicBarrier bothHoldTheirFirst = new CyclicBarrier(2);
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(() -> lockBoth(one, two, bothHoldTheirFirst));

    int attempts = lockBoth(two, one, bothHoldTheirFirst) + other.get(30, TimeUnit.SECONDS);

    assertThat(attempts).isEqualTo(3);
  }

  /** Tells how many attempts it took; in the first one both are sure to meet. */
  private int lockBoth(Resource first, Resource second, CyclicBarrier meeting) {
    AtomicInteger attempts = new AtomicInteger();
    return transactions()
        .required(
            request(),
            () -> {
              int attempt = attempts.incrementAndGet();
              store().lock(first.kind(), first.id());
              if (attempt == 1) {
                meet(meeting);
              }
              store().lock(second.kind(), second.id());
              return attempt;
            });
  }

  private static void meet(CyclicBarrier meeting) {
    try {
      meeting.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoOnlyHoldsAResourceDoesNotWaitForThoseWhoChangeItButForThoseWhoDeleteIt() {
    Resource resource = stores.insert(root(newKind()).build());
    Set<Reference> wanted = Set.of(Reference.to(resource));

    List<HeldResource> held =
        transactions()
            .required(
                request(),
                () -> {
                  store().lock(resource.kind(), resource.id());
                  return heldElsewhere(wanted).orTimeout(30, TimeUnit.SECONDS).join();
                });
    CompletableFuture<List<HeldResource>> waiting =
        transactions()
            .required(
                request(),
                () -> {
                  deletions().lockWhole(resource.kind(), resource.id());
                  CompletableFuture<List<HeldResource>> late = heldElsewhere(wanted);
                  assertThatThrownBy(() -> late.get(200, TimeUnit.MILLISECONDS))
                      .isInstanceOf(TimeoutException.class);
                  store().delete(resource.kind(), resource.id());
                  return late;
                });

    assertThat(held).extracting(HeldResource::reference).containsExactly(Reference.to(resource));
    assertThat(waiting.orTimeout(30, TimeUnit.SECONDS).join()).isEmpty();
  }

  private CompletableFuture<List<HeldResource>> heldElsewhere(Set<Reference> wanted) {
    return CompletableFuture.supplyAsync(
        () -> transactions().required(request(), () -> store().hold(wanted)));
  }

  @Test
  void whoMayBeTheLastChildWaitsForThoseWhoMarkItsOwner() {
    Resource owner = stores.insert(root(newKind()).build());
    Resource child = stores.insert(childOf(owner, newKind()).build());

    CompletableFuture<List<Ancestor>> ancestors =
        transactions()
            .required(
                request(),
                () -> {
                  deletions().lockWhole(owner.kind(), owner.id());
                  CompletableFuture<List<Ancestor>> other =
                      CompletableFuture.supplyAsync(() -> markedAncestors(child));
                  assertThatThrownBy(() -> other.get(200, TimeUnit.MILLISECONDS))
                      .isInstanceOf(TimeoutException.class);
                  Stamp now = new Stamp(ResourceFixture.DELETED, "bob");
                  Mark mark = new Mark(Reference.to(owner), 2, new Document("[]"));
                  deletions().mark(List.of(mark), now, now.time());
                  return other;
                });

    assertThat(ancestors.orTimeout(30, TimeUnit.SECONDS).join())
        .containsExactly(new Ancestor(Reference.to(owner), 2));
  }

  private List<Ancestor> markedAncestors(Resource child) {
    return transactions()
        .required(request(), () -> deletions().lockMarkedAncestors(lineage(child), child.id()));
  }

  @Override
  public ResourceStore store() {
    return stores.resources();
  }

  @Override
  public DeletionStore deletions() {
    return stores.deletions();
  }

  @Override
  public Transactions transactions() {
    return stores.transactions();
  }
}
