package io.hyperfleet.persistence.resource;

import static io.hyperfleet.application.request.RequestContextFixture.holdingAtMost;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.resource.ResourceQuery;
import io.hyperfleet.domain.error.ErrorCategory;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.RoundTrips;
import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading resources that were stored by somebody who did not ask how large they may be. */
class HeavyResourcesIT {

  private static final int MEGABYTE = 1_000_000;

  private final Kind kind = newKind();
  private final TestDatabase database = TestDatabase.migrated();
  private final RoundTrips wire = RoundTrips.to(database.host(), database.port());
  private final TestStores stores = TestStores.on(database.sharedSession(wire.port()));

  @AfterEach
  void close() throws IOException {
    stores.close();
    wire.close();
  }

  private Resource insertHeavy() {
    return stores.insert(root(kind).withSpec("{\"a\": \"" + "x".repeat(MEGABYTE) + "\"}").build());
  }

  private List<Resource> insertHeavy(int count) {
    return IntStream.range(0, count).mapToObj(i -> insertHeavy()).toList();
  }

  private List<Resource> list(RequestContext context, int size) {
    ResourceQuery query = ResourceQuery.of(kind).page(new PageRequest(1, size));
    return stores.transactions().reading(context, () -> stores.resources().list(query).items());
  }

  private Optional<Resource> find(RequestContext context, Resource resource) {
    return stores
        .transactions()
        .reading(context, () -> stores.resources().find(kind, resource.id()));
  }

  @Test
  void aHeavyPageIsReadOnceItsMemoryIsTaken() {
    List<Resource> stored = insertHeavy(3);
    RequestContext context = holdingAtMost(10L * MEGABYTE);
    wire.drain();

    assertThat(list(context, 10))
        .extracting(Resource::id)
        .containsExactlyInAnyOrderElementsOf(stored.stream().map(Resource::id).toList());

    assertThat(wire.drain()).hasSize(2);
    assertThat(context.memory().couldTake(MEGABYTE)).isFalse();
  }

  @Test
  void anOrdinaryReadHoldsNoMoreThanItNeeds() {
    stores.insert(root(kind).build());
    RequestContext context = holdingAtMost(2L * MEGABYTE);

    assertThat(list(context, 100)).hasSize(1);

    assertThat(context.memory().couldTake(2L * MEGABYTE - 10_000)).isTrue();
  }

  @Test
  void aPageForWhichNoMemoryCouldDoIsTheClientsToMakeSmaller() {
    insertHeavy(3);

    FleetException refused =
        catchThrowableOfType(FleetException.class, () -> list(holdingAtMost(7L * MEGABYTE), 10));

    assertThat(refused.category()).isEqualTo(ErrorCategory.INVALID);
    assertThat(refused.violations()).extracting(Violation::field).containsExactly("size");
    assertThat(list(holdingAtMost(7L * MEGABYTE), 2)).hasSize(2);
  }

  @Test
  void oneResourceForWhichThereIsNoMemoryIsRefusedForNow() {
    Resource heavy = insertHeavy();

    FleetException refused =
        catchThrowableOfType(FleetException.class, () -> find(holdingAtMost(2L * MEGABYTE), heavy));

    assertThat(refused.category()).isEqualTo(ErrorCategory.OVERLOADED);
    assertThat(find(holdingAtMost(4L * MEGABYTE), heavy))
        .map(Resource::spec)
        .contains(heavy.spec());
  }

  @Test
  void whatIsLockedCountsAsATreeTooSinceItIsCompared() {
    Resource heavy = insertHeavy();
    RequestContext context = holdingAtMost(20L * MEGABYTE);

    FleetException refused =
        catchThrowableOfType(
            FleetException.class,
            () ->
                stores
                    .transactions()
                    .required(context, () -> stores.resources().lock(kind, heavy.id())));

    assertThat(refused.category()).isEqualTo(ErrorCategory.OVERLOADED);
    assertThat(find(context, heavy)).map(Resource::spec).contains(heavy.spec());
  }
}
