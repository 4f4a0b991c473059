package io.hyperfleet.application.resource;

import static io.hyperfleet.application.request.RequestContextFixture.by;
import static io.hyperfleet.domain.kind.KindFixture.CHANNEL;
import static io.hyperfleet.domain.kind.KindFixture.CLUSTER;
import static io.hyperfleet.domain.kind.KindFixture.KINDS;
import static io.hyperfleet.domain.kind.KindFixture.NODE_POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.caller.Caller;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.PatchRequest;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.domain.status.Aggregation;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.Observed;
import io.hyperfleet.domain.status.Snapshots;
import io.hyperfleet.json.JsonConditions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcePatchingTest {

  private static final int MOST_LABELS = 10;
  private static final RequestContext ALICE = by(new Caller("alice@example.com"));
  private static final Instant NOW = Instant.parse("2026-08-21T12:00:00.654321Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW.plusNanos(999));
  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";
  private static final ResourceCollection CLUSTERS = ResourceCollection.of(CLUSTER);
  private static final JsonConditions CONDITIONS = new JsonConditions();

  private final Stores stores = InMemoryStores.fresh();
  private final Transactions transactions = stores.transactions();
  private final ResourceStore store = stores.resources();
  private final ResourceService service =
      new ResourceService(
          KINDS,
          stores,
          UseCaseFixture.factory(KINDS, stores, CLOCK, 7),
          ResourcePatchingTest::refuse,
          MOST_LABELS);

  /** The schema of every kind, as far as these tests go. */
  private static void refuse(KindDescriptor kind, Document spec) {
    if (spec.json().equals("{\"bad\":1}")) {
      throw FleetException.invalid("Invalid " + kind.specSchema().orElseThrow().name());
    }
  }

  private static PatchRequest spec(String json) {
    return new PatchRequest(Optional.of(new Document(json)), Optional.empty(), Optional.empty());
  }

  private static PatchRequest labels(Map<String, String> labels) {
    return new PatchRequest(Optional.empty(), Optional.of(labels), Optional.empty());
  }

  @Test
  void moreLabelsThanTheCatalogueAllowsAreRefused() {
    Map<String, String> labels =
        IntStream.rangeClosed(0, MOST_LABELS)
            .boxed()
            .collect(Collectors.toMap(i -> "key-" + i, i -> "-"));

    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> service.patch(ALICE, CLUSTERS, NOBODY, labels(labels)))
        .satisfies(refused -> assertThat(refused.violations()).hasSize(1));
  }

  private static ResourceCollection poolsOf(Resource cluster) {
    return ResourceCollection.below(CLUSTER, cluster.id().toString(), NODE_POOL);
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

  private Resource patch(ResourceCollection collection, Resource resource, PatchRequest request) {
    return service.patch(ALICE, collection, resource.id().toString(), request);
  }

  private Resource read(Resource resource) {
    return transactions
        .reading(ALICE, () -> store.find(resource.kind(), resource.id()))
        .orElseThrow();
  }

  @Test
  void whatIsAnsweredIsWhatIsStored() {
    Resource before = stored(ResourceFixture.cluster().withConditions("[]"));

    Resource patched = patch(CLUSTERS, before, spec("{\"b\":2}"));

    assertThat(read(before)).isEqualTo(patched);
    assertThat(patched.spec()).isEqualTo(new Document("{\"b\":2}"));
    assertThat(patched.generation()).isEqualTo(2);
    assertThat(patched.audit().updated()).isEqualTo(new Stamp(NOW, "alice@example.com"));
    assertThat(patched.audit().created()).isEqualTo(before.audit().created());
  }

  @Test
  void theConditionsFollowTheGeneration() {
    Resource before =
        stored(
            ResourceFixture.cluster()
                .withConditions(ResourceFactoryTest.allAvailable(CLUSTER).json()));

    Resource patched = patch(CLUSTERS, before, labels(Map.of("a", "b")));

    List<Condition> previous = CONDITIONS.read(before.conditions());
    List<Condition> conditions = CONDITIONS.read(patched.conditions());
    assertThat(conditions)
        .isEqualTo(
            Aggregation.of(
                CLUSTER.requiredAdapters(),
                Snapshots.shownBy(CLUSTER.requiredAdapters(), previous),
                new Observed(2, NOW, false, false, previous)));
    assertThat(conditions)
        .extracting(Condition::status)
        .startsWith(ConditionStatus.FALSE, ConditionStatus.TRUE, ConditionStatus.TRUE);
  }

  @Test
  void aKindOnWhichNobodyHasToReportKeepsWhatWasReported() {
    Document conditions = ResourceFactoryTest.allAvailable(CHANNEL);
    Resource before =
        stored(ResourceFixture.root(CHANNEL.kind()).withConditions(conditions.json()));

    assertThat(patch(ResourceCollection.of(CHANNEL), before, spec("{}")).conditions())
        .isEqualTo(conditions);
  }

  @Test
  void aKindOnWhichNobodyReportsStaysWithoutConditions() {
    Resource before = stored(ResourceFixture.root(CHANNEL.kind()).withConditions("[]"));

    assertThat(patch(ResourceCollection.of(CHANNEL), before, spec("{}")).conditions())
        .isEqualTo(new Document("[]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1.0,\"b\":\"x\"}", "{\"b\":\"\\u0078\",\"a\":1e0}"})
  void theSameValueInAnotherSpellingIsAnsweredAndNotStored(String spelling) {
    Resource before = stored(ResourceFixture.cluster().withSpec("{\"a\":1,\"b\":\"x\"}"));

    assertThat(patch(CLUSTERS, before, spec(spelling))).isEqualTo(before);
    assertThat(read(before)).isEqualTo(before);
  }

  @Test
  void aChildIsPatchedOnAllOfItsRoutes() {
    Resource cluster = stored(ResourceFixture.cluster());
    Resource pool = stored(ResourceFixture.nodePoolOf(cluster).withConditions("[]"));

    patch(poolsOf(cluster), pool, labels(Map.of("a", "1")));
    patch(ResourceCollection.of(NODE_POOL), pool, labels(Map.of("a", "2")));
    patch(ResourceCollection.EVERYTHING, pool, labels(Map.of("a", "3")));

    assertThat(read(pool).generation()).isEqualTo(4);
    assertThat(read(pool).labels().values()).isEqualTo(Map.of("a", "3"));
  }

  @Test
  void whoIsMissingIsTold() {
    Resource cluster = stored(ResourceFixture.cluster());
    Resource other = stored(ResourceFixture.cluster());
    Resource pool = stored(ResourceFixture.nodePoolOf(cluster).withConditions("[]"));
    String id = pool.id().toString();

    assertRefused(poolsOf(other), id, spec("{}"), "NodePool with id='" + id + "' not found");
    assertRefused(
        ResourceCollection.below(CLUSTER, NOBODY, NODE_POOL),
        id,
        spec("{}"),
        "Cluster with id='" + NOBODY + "' not found");
    assertRefused(CLUSTERS, id, spec("{}"), "Cluster with id='" + id + "' not found");
    assertRefused(
        ResourceCollection.EVERYTHING,
        NOBODY,
        spec("{}"),
        "Resource with id='" + NOBODY + "' not found");
  }

  @Test
  void theSchemaIsAskedBeforeAnythingElseWhereTheRouteNamesTheKind() {
    assertRefused(CLUSTERS, NOBODY, spec("{\"bad\":1}"), "Invalid ClusterSpec");
    assertRefused(
        CLUSTERS, NOBODY.toUpperCase(Locale.ROOT), spec("{\"bad\":1}"), "Invalid ClusterSpec");
    assertRefused(CLUSTERS, "x", spec("{\"bad\":1}"), "Cluster with id='x' not found");
  }

  @Test
  void theSchemaIsAskedOnceTheResourceHasSaidItsKind() {
    String id = stored(ResourceFixture.cluster()).id().toString();
    ResourceCollection everything = ResourceCollection.EVERYTHING;

    assertRefused(everything, id, spec("{\"bad\":1}"), "Invalid ClusterSpec");
    assertRefused(
        everything, NOBODY, spec("{\"bad\":1}"), "Resource with id='" + NOBODY + "' not found");
  }

  @Test
  void aRefusedPatchLeavesTheResourceAlone() {
    Resource marked = stored(ResourceFixture.cluster().deleted());
    String id = marked.id().toString();

    assertRefused(
        ResourceCollection.EVERYTHING,
        id,
        spec("{}"),
        "Cluster '" + id + "' is marked for deletion");
    assertRefused(CLUSTERS, id, labels(Map.of("-", "")), "label validation failed");
    assertThat(read(marked)).isEqualTo(marked);
  }

  private void assertRefused(
      ResourceCollection collection, String id, PatchRequest request, String detail) {
    assertThatThrownBy(() -> service.patch(ALICE, collection, id, request)).hasMessage(detail);
  }
}
