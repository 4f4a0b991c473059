package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.kind.KindFixture.CHANNEL;
import static io.hyperfleet.domain.kind.KindFixture.CLUSTER;
import static io.hyperfleet.domain.kind.KindFixture.KINDS;
import static io.hyperfleet.domain.kind.KindFixture.NODE_POOL;
import static io.hyperfleet.domain.kind.KindFixture.VERSION;
import static io.hyperfleet.domain.resource.ResourceFixture.cluster;
import static io.hyperfleet.domain.resource.ResourceFixture.nodePoolOf;
import static io.hyperfleet.domain.resource.ResourceRequestFixture.clusterRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.error.ErrorCategory;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.ResourceRequestFixture;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs between the collections of a kind, of one owner, and of everything. */
class ResourceCollectionTest {

  private static final int MOST_LABELS = 10;
  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
  private static final PageRequest FIRST = new PageRequest(1, 20);

  private final Stores stores = InMemoryStores.fresh();
  private final Transactions transactions = stores.transactions();
  private final ResourceStore store = stores.resources();
  private final ResourceService service =
      new ResourceService(
          KINDS,
          stores,
          UseCaseFixture.factory(KINDS, stores, InstantSource.system(), 7),
          (kind, spec) -> refuse(kind, spec.json()),
          MOST_LABELS);

  /** The schema of node pools, as far as these tests go. */
  private static void refuse(KindDescriptor kind, String spec) {
    if (kind.equals(NODE_POOL) && spec.equals("{\"bad\":1}")) {
      throw FleetException.invalid("Invalid NodePoolSpec");
    }
  }

  private static ResourceRequestFixture poolRequest() {
    return clusterRequest().ofKind("NodePool").named("workers");
  }

  private static ResourceCollection poolsOf(String cluster) {
    return ResourceCollection.below(CLUSTER, cluster, NODE_POOL);
  }

  private static ResourceCollection poolsOf(Resource cluster) {
    return poolsOf(cluster.id().toString());
  }

  private Resource stored(ResourceFixture fixture) {
    Resource resource = fixture.build();
    return transactions.required(
        request(),
        () -> {
          store.insert(resource);
          return resource;
        });
  }

  private Resource create(ResourceCollection collection, ResourceRequestFixture wanted) {
    return service.create(request(), collection, wanted.build());
  }

  private Listing list(ResourceCollection collection) {
    return service.list(request(), collection, () -> ListSelection.of(FIRST));
  }

  private static Listing counted(long total, Resource... items) {
    return new Listing(List.of(items), OptionalLong.of(total), Optional.empty());
  }

  private static void assertRefused(ErrorCategory category, String detail, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FleetException.class,
            refusal -> {
              assertThat(refusal).hasMessage(detail);
              assertThat(refusal.category()).isEqualTo(category);
            });
  }

  @Nested
  class BelowAnOwner {

    @Test
    void aChildIsCreatedWithItsOwnerAndAnAddressBelowIt() {
      Resource owner = stored(cluster());

      Resource pool = create(poolsOf(owner), poolRequest());

      assertThat(pool.owner()).contains(OwnerReference.to(owner));
      assertThat(pool.href()).isEqualTo(owner.href() + "/nodepools/" + pool.id());
      assertThat(service.get(request(), poolsOf(owner), pool.id().toString())).isEqualTo(pool);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "abc", ""})
    void anOwnerThatIsNotThereIsToldAsItWasSent(String id) {
      String detail = "Cluster with id='" + id + "' not found";

      assertRefused(ErrorCategory.NOT_FOUND, detail, () -> create(poolsOf(id), poolRequest()));
      assertRefused(ErrorCategory.NOT_FOUND, detail, () -> list(poolsOf(id)));
      assertRefused(
          ErrorCategory.NOT_FOUND, detail, () -> service.get(request(), poolsOf(id), NOBODY));
    }

    @Test
    void anOwnerOfAnotherKindIsNotThere() {
      Resource channel = stored(ResourceFixture.root(CHANNEL.kind()));

      assertRefused(
          ErrorCategory.NOT_FOUND,
          "Cluster with id='" + channel.id() + "' not found",
          () -> create(poolsOf(channel), poolRequest()));
    }

    @Test
    void anOwnerThatIsAboutToGoTakesNoChildrenAndStillShowsThoseItHas() {
      Resource owner = stored(cluster().deleted());
      Resource pool = stored(nodePoolOf(owner));

      assertRefused(
          ErrorCategory.CONFLICT,
          "Cluster '" + owner.id() + "' is marked for deletion",
          () -> create(poolsOf(owner), poolRequest()));
      assertThat(list(poolsOf(owner)).items()).containsExactly(pool);
      assertThat(service.get(request(), poolsOf(owner), pool.id().toString())).isEqualTo(pool);
    }

    @Test
    void theBodyIsCheckedBeforeTheOwner() {
      assertRefused(
          ErrorCategory.INVALID,
          "label validation failed",
          () -> create(poolsOf(NOBODY), poolRequest().withLabels(Map.of("-", "-"))));
    }

    @Test
    void theOwnerIsLookedForBeforeThePageIsAskedFor() {
      assertRefused(
          ErrorCategory.NOT_FOUND,
          "Cluster with id='abc' not found",
          () ->
              service.list(
                  request(),
                  poolsOf("abc"),
                  () -> ListSelection.of(PageRequest.accept(0, 0, List.of()))));
    }

    @Test
    void theChildrenOfOthersAreNotThere() {
      Resource owner = stored(cluster());
      Resource other = stored(cluster());
      Resource pool = stored(nodePoolOf(owner));

      assertThat(list(poolsOf(owner))).isEqualTo(counted(1, pool));
      assertThat(list(poolsOf(other))).isEqualTo(counted(0));
      assertRefused(
          ErrorCategory.NOT_FOUND,
          "NodePool with id='" + pool.id() + "' not found",
          () -> service.get(request(), poolsOf(other), pool.id().toString()));
    }

    @Test
    void aNameIsTakenOncePerOwner() {
      Resource owner = stored(cluster());
      create(poolsOf(owner), poolRequest());

      assertThat(create(poolsOf(stored(cluster())), poolRequest()).name().value())
          .isEqualTo("workers");
      assertRefused(
          ErrorCategory.CONFLICT,
          "This NodePool already exists",
          () -> create(poolsOf(owner), poolRequest()));
    }
  }

  @Nested
  class OfAKind {

    @Test
    void aChildIsFoundWithoutItsOwner() {
      Resource pool = stored(nodePoolOf(stored(cluster())));
      ResourceCollection pools = ResourceCollection.of(NODE_POOL);

      assertThat(service.get(request(), pools, pool.id().toString())).isEqualTo(pool);
      assertThat(list(pools).items()).containsExactly(pool);
    }

    @Test
    void aChildIsNotCreatedWithoutItsOwner() {
      assertRefused(
          ErrorCategory.UNPROCESSABLE,
          "kind \"NodePool\" is a child kind; create it via /clusters/{id}/nodepools",
          () -> create(ResourceCollection.of(NODE_POOL), poolRequest()));
    }

    @Test
    void theBodyIsCheckedBeforeTheMissingOwner() {
      assertRefused(
          ErrorCategory.INVALID,
          "name must be at least 3 characters",
          () -> create(ResourceCollection.of(NODE_POOL), poolRequest().named("ab")));
    }
  }

  @Nested
  class Everything {

    @Test
    void aRootOfAnyKindIsCreated() {
      Resource channel =
          create(ResourceCollection.EVERYTHING, clusterRequest().ofKind("Channel").named("stable"));

      assertThat(channel.kind()).isEqualTo(CHANNEL.kind());
      assertThat(channel.href()).isEqualTo("/api/hyperfleet/v1/channels/" + channel.id());
      assertThat(list(ResourceCollection.of(CHANNEL)).items()).containsExactly(channel);
    }

    @Test
    void whatIsCheckedComesInAnOrderOfItsOwn() {
      ResourceRequestFixture wanted =
          poolRequest().named("ab").withSpec("{\"bad\":1}").withLabels(Map.of("-", "-"));

      assertRefusedHere(ErrorCategory.INVALID, "Invalid NodePoolSpec", wanted);
      assertRefusedHere(ErrorCategory.INVALID, "spec is required", wanted.withoutSpec());
      assertRefusedHere(ErrorCategory.INVALID, "label validation failed", wanted.withSpec("{}"));
      assertRefusedHere(
          ErrorCategory.UNPROCESSABLE,
          "kind \"NodePool\" is a child kind; create it via /clusters/{id}/nodepools",
          wanted.withLabels(Map.of()));
      assertRefusedHere(
          ErrorCategory.INVALID, "Unknown entity kind: Klaster", wanted.ofKind("Klaster"));
      assertRefusedHere(ErrorCategory.INVALID, "Unknown entity kind: ", wanted.withoutKind());
      assertRefusedHere(
          ErrorCategory.INVALID, "name must be at least 3 characters", wanted.ofKind("Cluster"));
    }

    private void assertRefusedHere(
        ErrorCategory category, String detail, ResourceRequestFixture wanted) {
      assertRefused(category, detail, () -> create(ResourceCollection.EVERYTHING, wanted));
    }

    @Test
    void everyKindIsFoundAndListed() {
      Resource owner = stored(cluster());
      Resource pool = stored(nodePoolOf(owner).createdAt(ResourceFixture.CREATED.plusSeconds(1)));

      assertThat(service.get(request(), ResourceCollection.EVERYTHING, pool.id().toString()))
          .isEqualTo(pool);
      assertThat(service.get(request(), ResourceCollection.EVERYTHING, owner.id().toString()))
          .isEqualTo(owner);
      assertThat(list(ResourceCollection.EVERYTHING)).isEqualTo(counted(2, pool, owner));
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "abc"})
    void whatIsNotThereIsCalledAResource(String id) {
      assertRefused(
          ErrorCategory.NOT_FOUND,
          "Resource with id='" + id + "' not found",
          () -> service.get(request(), ResourceCollection.EVERYTHING, id));
    }
  }

  @Test
  void theKindOfAnOwnerIsThatOfTheRoute() {
    Resource owner = stored(cluster());

    assertRefused(
        ErrorCategory.NOT_FOUND,
        "Channel with id='" + owner.id() + "' not found",
        () ->
            create(
                ResourceCollection.below(CHANNEL, owner.id().toString(), VERSION),
                clusterRequest().ofKind("Version").named("v")));
  }
}
