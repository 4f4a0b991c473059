package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.CREATED;
import static io.hyperfleet.domain.resource.ResourceFixture.cluster;
import static io.hyperfleet.domain.resource.ResourceFixture.newId;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.nodePoolOf;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.page.Page;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.ResourceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The laws of {@link ResourceStore}, for every implementation alike. They hold in a store that has
 * other content: whoever counts uses a kind of its own.
 */
public interface ResourceStoreContract {

  PageRequest FIRST_PAGE = new PageRequest(1, 100);

  ResourceStore store();

  /** The units of work that the store takes part in. */
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
  default void labelKeysThatDifferOnlyByCaseAreDifferentLabels() {
    Resource stored = insert(cluster().withLabels(Map.of("tier", "low", "Tier", "High")));

    assertThat(found(stored)).contains(stored);
  }

  @Test
  default void anUnknownIdOrOneOfAnotherKindIsNotFound() {
    Resource stored = insert(cluster());

    assertThat(find(Kind.CLUSTER, newId())).isEmpty();
    assertThat(find(Kind.NODE_POOL, stored.id())).isEmpty();
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
  default void listStartsWithTheLatest() {
    Kind kind = newKind();
    Resource second = insert(root(kind).createdAt(CREATED.plusNanos(1_000)));
    Resource first = insert(root(kind).createdAt(CREATED));
    Resource third = insert(root(kind).createdAt(CREATED.plusSeconds(1)));

    assertThat(idsOf(list(kind, FIRST_PAGE))).isEqualTo(idsOf(third, second, first));
  }

  @Test
  default void listOrdersEqualTimesByDescendingId() {
    Kind kind = newKind();
    List<Resource> ascending =
        Stream.generate(() -> root(kind).build())
            .limit(5)
            .sorted(Comparator.comparing(resource -> resource.id().toString()))
            .toList();
    ascending.forEach(this::insert);

    assertThat(idsOf(list(kind, FIRST_PAGE)))
        .isSortedAccordingTo(Comparator.reverseOrder())
        .hasSize(5);
  }

  @Test
  default void listIsReadPageByPage() {
    Kind kind = newKind();
    List<Resource> stored =
        IntStream.range(0, 5)
            .mapToObj(i -> insert(root(kind).createdAt(CREATED.minusSeconds(i))))
            .toList();

    Page<Resource> second = list(kind, new PageRequest(2, 2));
    Page<Resource> last = list(kind, new PageRequest(3, 2));

    assertThat(idsOf(second)).isEqualTo(idsOf(stored.get(2), stored.get(3)));
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.total()).isEqualTo(5);
    assertThat(idsOf(last)).isEqualTo(idsOf(stored.get(4)));
    assertThat(last.total()).isEqualTo(5);
  }

  @Test
  default void aPagePastTheEndIsEmptyAndCarriesTheTotal() {
    Kind kind = newKind();
    insert(root(kind));

    assertThat(list(kind, new PageRequest(100_000, 100)))
        .isEqualTo(new Page<Resource>(List.of(), 100_000, 1));
  }

  @Test
  default void aKindWithoutResourcesIsAnEmptyList() {
    assertThat(list(newKind(), FIRST_PAGE)).isEqualTo(new Page<Resource>(List.of(), 1, 0));
  }

  @Test
  default void listLeavesOtherKindsOut() {
    Resource stored = insert(root(newKind()));
    insert(root(newKind()));
    insert(cluster());

    Page<Resource> page = list(stored.kind(), FIRST_PAGE);

    assertThat(idsOf(page)).isEqualTo(idsOf(stored));
    assertThat(page.total()).isEqualTo(1);
  }

  @Test
  default void listReturnsEveryPartOfEachResource() {
    Kind kind = newKind();
    Resource labelled =
        insert(root(kind).createdAt(CREATED.plusSeconds(2)).withLabels(Map.of("a", "1", "b", "2")));
    Resource bare = insert(root(kind).createdAt(CREATED.plusSeconds(1)).withSpec("{}"));
    Resource deleted = insert(root(kind).withLabels(Map.of("a", "3")).deleted());

    assertThat(list(kind, FIRST_PAGE).items())
        .map(CanonicalResource::of)
        .containsExactly(labelled, bare, deleted);
  }

  private Resource insert(ResourceFixture fixture) {
    return insert(fixture.build());
  }

  private Resource insert(Resource resource) {
    return insert(resource, () -> {});
  }

  /** Another step in the same transaction may follow. */
  private Resource insert(Resource resource, Runnable next) {
    return transactions()
        .required(
            request(),
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

  private Page<Resource> list(Kind kind, PageRequest page) {
    return transactions().reading(request(), () -> store().list(kind, page));
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

  private static List<String> idsOf(Page<Resource> page) {
    return idsOf(page.items().toArray(Resource[]::new));
  }

  private static List<String> idsOf(Resource... resources) {
    return Stream.of(resources).map(resource -> resource.id().toString()).toList();
  }
}
