package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.by;
import static io.hyperfleet.domain.kind.KindFixture.CHANNEL;
import static io.hyperfleet.domain.kind.KindFixture.CLUSTER;
import static io.hyperfleet.domain.kind.KindFixture.KINDS;
import static io.hyperfleet.domain.resource.ResourceRequestFixture.clusterRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.application.InMemoryTransactions;
import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.caller.Caller;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.Audit;
import io.hyperfleet.domain.resource.Labels;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.ResourceOrder;
import io.hyperfleet.domain.search.ResourceOrder.Term;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchField.SpecPath;
import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue.Numeric;
import io.hyperfleet.domain.status.Aggregation;
import io.hyperfleet.domain.status.Observed;
import io.hyperfleet.domain.status.Snapshots;
import io.hyperfleet.json.JsonConditions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceServiceTest {

  private static final int MOST_LABELS = 10;
  private static final ResourceCollection CLUSTERS = ResourceCollection.of(CLUSTER);
  private static final RequestContext ALICE = by(new Caller("alice@example.com"));
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-08-21T10:00:00.123456789Z"));

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final Stores stores = InMemoryStores.on(transactions);
  private final ResourceStore store = stores.resources();
  private final ResourceService service = service(transactions);

  @Nested
  class Create {

    @Test
    void whatWasAnsweredIsWhatIsStored() {
      Resource created = service.create(ALICE, CLUSTERS, clusterRequest().build());

      assertThat(transactions.reading(ALICE, () -> store.find(CLUSTER.kind(), created.id())))
          .contains(created);
    }

    @Test
    void theServiceGivesIdHrefAndGeneration() {
      Resource created = service.create(ALICE, CLUSTERS, clusterRequest().build());

      assertThat(created.id().toString()).startsWith(timePrefix()).hasSize(36);
      assertThat(created.href()).isEqualTo("/api/hyperfleet/v1/clusters/" + created.id());
      assertThat(created.generation()).isEqualTo(1);
      assertThat(created.tenancy()).isEqualTo(new Document("{}"));
      assertThat(created.owner()).isEmpty();
    }

    @Test
    void theClientGivesNameLabelsAndSpec() {
      Resource created =
          service.create(
              ALICE,
              CLUSTERS,
              clusterRequest()
                  .named("staging")
                  .withLabels(Map.of("env", "stage"))
                  .withSpec("{\"a\":1}")
                  .build());

      assertThat(created.name().value()).isEqualTo("staging");
      assertThat(created.labels()).isEqualTo(Labels.of(Map.of("env", "stage")));
      assertThat(created.spec()).isEqualTo(new Document("{\"a\":1}"));
    }

    @Test
    void moreLabelsThanTheCatalogueAllowsAreRefused() {
      Map<String, String> labels =
          IntStream.rangeClosed(0, MOST_LABELS)
              .boxed()
              .collect(Collectors.toMap(i -> "key-" + i, i -> "-"));
      ResourceRequest request = clusterRequest().withLabels(labels).build();

      assertThatExceptionOfType(FleetException.class)
          .isThrownBy(() -> service.create(ALICE, CLUSTERS, request))
          .satisfies(refused -> assertThat(refused.violations()).hasSize(1));
    }

    @Test
    void theCallerAndTheTimeInMicrosecondsAreOnRecord() {
      Resource created = service.create(ALICE, CLUSTERS, clusterRequest().build());

      Stamp stamp = new Stamp(Instant.parse("2026-08-21T10:00:00.123456Z"), "alice@example.com");
      assertThat(created.audit()).isEqualTo(new Audit(stamp, stamp, Optional.empty()));
    }

    @Test
    void theConditionsSayThatNoAdapterHasReported() {
      Resource created = service.create(ALICE, CLUSTERS, clusterRequest().build());

      assertThat(new JsonConditions().read(created.conditions()))
          .isNotEmpty()
          .isEqualTo(
              Aggregation.of(
                  CLUSTER.requiredAdapters(),
                  Snapshots.none(),
                  new Observed(1, created.audit().created().time(), false, false, List.of())));
    }

    @Test
    void aKindWithoutAdaptersHasNoConditions() {
      Resource created =
          service.create(
              ALICE, ResourceCollection.of(CHANNEL), clusterRequest().ofKind("Channel").build());

      assertThat(created.conditions()).isEqualTo(new Document("[]"));
    }

    @Test
    void aTakenNameIsAConflictAndLeavesTheHolderAlone() {
      Resource holder = service.create(ALICE, CLUSTERS, clusterRequest().named("taken").build());

      FleetException refusal =
          catchThrowableOfType(
              FleetException.class,
              () -> service.create(ALICE, CLUSTERS, clusterRequest().named("taken").build()));

      assertThat(refusal).hasMessage("This Cluster already exists");
      assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(
              service.list(ALICE, CLUSTERS, () -> ListSelection.of(new PageRequest(1, 20))).items())
          .containsExactly(holder);
    }

    @Test
    void aRequestThatBreaksARuleOpensNoTransaction() {
      ResourceService offline = service(new NoTransactions());

      assertThatThrownBy(
              () -> offline.create(ALICE, CLUSTERS, clusterRequest().withoutSpec().build()))
          .hasMessage("spec is required");
    }

    @Test
    void aSpecAgainstItsSchemaIsToldFirstAndOpensNoTransaction() {
      ResourceService strict = service(ResourceServiceTest::refuse, new NoTransactions());

      assertThatThrownBy(
              () ->
                  strict.create(
                      ALICE,
                      CLUSTERS,
                      clusterRequest()
                          .ofKind("Klaster")
                          .named("NO")
                          .withLabels(Map.of("-", "-"))
                          .withSpec("{\"a\":1}")
                          .build()))
          .hasMessage("ClusterSpec refuses {\"a\":1}");
    }

    @Test
    void anAbsentSpecIsNoMatterForTheSchema() {
      ResourceService strict = service(ResourceServiceTest::refuse, transactions);

      assertThatThrownBy(
              () -> strict.create(ALICE, CLUSTERS, clusterRequest().withoutSpec().build()))
          .hasMessage("spec is required");
    }

    @Test
    void aFailedCommitIsNotAnswered() {
      ResourceService unlucky = service(new FailingCommit());

      assertThatThrownBy(
              () ->
                  transactions.required(
                      ALICE, () -> unlucky.create(ALICE, CLUSTERS, clusterRequest().build())))
          .hasMessageStartingWith("cannot commit");
    }

    private String timePrefix() {
      String hex = String.format(Locale.ROOT, "%012x", CLOCK.millis());
      return hex.substring(0, 8) + "-" + hex.substring(8) + "-7";
    }
  }

  @Nested
  class Get {

    @Test
    void theResourceOfThatIdIsAnswered() {
      Resource stored = stored(ResourceFixture.cluster());

      assertThat(service.get(ALICE, CLUSTERS, stored.id().toString())).isEqualTo(stored);
    }

    @Test
    void aResourceMarkedForDeletionIsStillThere() {
      Resource stored = stored(ResourceFixture.cluster().deleted());

      assertThat(service.get(ALICE, CLUSTERS, stored.id().toString())).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22", "x", "' or 1=1 --"})
    void anIdThatNamesNothingIsNotFoundAsItWasSent(String id) {
      assertNotFound(CLUSTER, id, "Cluster with id='" + id + "' not found");
    }

    @Test
    void theIdInUpperCaseNamesNothing() {
      String id = stored(ResourceFixture.cluster()).id().toString().toUpperCase(Locale.ROOT);

      assertNotFound(CLUSTER, id, "Cluster with id='" + id + "' not found");
    }

    @Test
    void theIdOfAnotherKindIsNotFound() {
      String id = stored(ResourceFixture.cluster()).id().toString();

      assertNotFound(CHANNEL, id, "Channel with id='" + id + "' not found");
    }

    private void assertNotFound(KindDescriptor kind, String id, String detail) {
      FleetException refusal =
          catchThrowableOfType(
              FleetException.class, () -> service.get(ALICE, ResourceCollection.of(kind), id));

      assertThat(refusal).hasMessage(detail);
      assertThat(refusal.code()).isEqualTo(ErrorCode.RESOURCE_NOT_FOUND);
    }
  }

  @Test
  void listAnswersTheRequestedPageOfTheKind() {
    Resource older = stored(ResourceFixture.cluster());
    stored(ResourceFixture.cluster().createdAt(ResourceFixture.CREATED.plusSeconds(1)));
    stored(ResourceFixture.nodePoolOf(older));

    assertThat(service.list(ALICE, CLUSTERS, () -> ListSelection.of(new PageRequest(2, 1))))
        .isEqualTo(new Listing(List.of(older), OptionalLong.of(2), Optional.empty()));
  }

  @Test
  void listIsCountedOnlyIfThatIsWanted() {
    Resource only = stored(ResourceFixture.cluster());

    assertThat(list(ListPart.uncounted(new PageRequest(1, 20))))
        .isEqualTo(new Listing(List.of(only), OptionalLong.empty(), Optional.empty()));
  }

  @Test
  void listGoesOnFromWhereItWasUntilNothingFollows() {
    List<Resource> newestFirst =
        IntStream.of(4, 3, 2, 1)
            .mapToObj(ResourceFixture.CREATED::plusSeconds)
            .map(time -> stored(ResourceFixture.cluster().createdAt(time)))
            .toList();

    Listing first = list(ListPart.after(Optional.empty(), 2));
    Listing second = list(ListPart.after(first.next(), 2));

    assertThat(first.items()).isEqualTo(newestFirst.subList(0, 2));
    assertThat(second.items()).isEqualTo(newestFirst.subList(2, 4));
    assertThat(second.next()).isEmpty();
  }

  @Test
  void listIsFilteredAndOrderedAndWithoutWhatNobodyWants() {
    Resource b = stored(ResourceFixture.cluster().named("b").withSpec("{\"n\":1}"));
    Resource a = stored(ResourceFixture.cluster().named("a").withSpec("{\"n\":1}"));
    stored(ResourceFixture.cluster().named("c").withSpec("{\"n\":2}"));

    Listing found =
        service.list(
            ALICE,
            CLUSTERS,
            () ->
                new ListSelection(
                    Optional.of(
                        new Comparison(
                            new SpecPath(List.of("n")), SearchOperator.EQUAL, Numeric.of(1))),
                    Optional.empty(),
                    new ResourceOrder(List.of(new Term(ResourceColumn.NAME, false))),
                    ListPart.numbered(new PageRequest(1, 20)),
                    Set.of(ResourcePart.LABELS)));

    assertThat(found.items()).extracting(Resource::id).containsExactly(a.id(), b.id());
    assertThat(found.items()).extracting(Resource::spec).containsOnly(Document.EMPTY_OBJECT);
  }

  private Listing list(ListPart part) {
    return service.list(
        ALICE,
        CLUSTERS,
        () ->
            new ListSelection(
                Optional.empty(),
                Optional.empty(),
                ResourceOrder.LATEST_FIRST,
                part,
                ResourcePart.ALL));
  }

  @Test
  void readsOpenNoTransaction() {
    Resource stored = stored(ResourceFixture.cluster());
    ResourceService reader = service(new NoTransactions());

    assertThat(reader.get(ALICE, CLUSTERS, stored.id().toString())).isEqualTo(stored);
    assertThat(reader.list(ALICE, CLUSTERS, () -> ListSelection.of(new PageRequest(1, 20))).items())
        .containsExactly(stored);
  }

  private ResourceService service(Transactions boundary) {
    return service(SpecSchemas.NONE, boundary);
  }

  private ResourceService service(SpecSchemas schemas, Transactions boundary) {
    Stores within = new Stores(boundary, stores.resources(), stores.reports(), stores.deletions());
    return new ResourceService(
        KINDS, within, UseCaseFixture.factory(KINDS, within, CLOCK, 7), schemas, MOST_LABELS);
  }

  private static void refuse(KindDescriptor kind, Document spec) {
    throw FleetException.invalid(
        kind.specSchema().orElseThrow().name() + " refuses " + spec.json());
  }

  private Resource stored(ResourceFixture fixture) {
    Resource resource = fixture.build();
    return transactions.required(
        ALICE,
        () -> {
          store.insert(resource);
          return resource;
        });
  }

  /** Reads only. */
  private class NoTransactions implements Transactions {
    @Override
    public <T> T required(RequestContext context, Supplier<T> work) {
      throw new AssertionError("a transaction was opened");
    }

    @Override
    public <T> T reading(RequestContext context, Supplier<T> work) {
      return transactions.reading(context, work);
    }

    @Override
    public void afterCommit(Runnable action) {
      transactions.afterCommit(action);
    }
  }

  private final class FailingCommit extends NoTransactions {
    @Override
    public <T> T required(RequestContext context, Supplier<T> work) {
      throw new IllegalStateException("cannot commit " + work.get());
    }
  }
}
