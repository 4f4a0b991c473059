package io.hyperfleet.persistence.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.changed;
import static io.hyperfleet.domain.resource.ResourceFixture.newId;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ResourceQuery;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.RoundTrips;
import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often each operation waits for the database, counted on the wire. */
class RoundTripsIT {

  private final Kind kind = newKind();
  private final TestDatabase database = TestDatabase.migrated();
  private final RoundTrips wire = RoundTrips.to(database.host(), database.port());
  private final TestStores stores = TestStores.on(database.sharedSession(wire.port()));

  @BeforeEach
  void connect() {
    stores.find(kind, newId());
    wire.drain();
  }

  @AfterEach
  void close() throws IOException {
    stores.close();
    wire.close();
  }

  @Test
  void anInsertIsOneStatementWithAllLabelsAndACommit() {
    insert(root(kind).withLabels(labels(10)));

    assertThat(wire.drain())
        .satisfiesExactly(
            insert ->
                assertThat(insert).startsWith("BEGIN; WITH").contains(".resources", ".labels"),
            commit -> assertThat(commit).isEqualTo("COMMIT"));
  }

  @Test
  void anInsertThatIsRefusedEndsWithARollback() {
    Resource holder = insert(root(kind).withLabels(labels(1)));
    wire.drain();

    assertThatThrownBy(() -> insert(root(kind).named(holder.name().value())))
        .isInstanceOf(FleetException.class);

    assertThat(wire.drain()).hasSize(2).last().isEqualTo("ROLLBACK");
  }

  @Test
  void aFindIsOneStatementWithAllLabelsAndNoTransaction() {
    Resource stored = insert(root(kind).withLabels(labels(10)));
    wire.drain();

    stores.find(kind, stored.id());

    assertReadsOnly(1);
  }

  @Test
  void aFindOfWhatIsNotThereIsOneStatement() {
    stores.find(kind, newId());

    assertReadsOnly(1);
  }

  @Test
  void aPageThatIsFullIsCountedWhateverItsSize() {
    insertMany(30);

    list(1, 1);
    assertReadsOnly(2);
    list(1, 30);
    assertReadsOnly(2);
    list(2, 7);
    assertReadsOnly(2);
  }

  @Test
  void aPageThatEndsTheListIsNotCounted() {
    list(1, 20);
    assertReadsOnly(1);
    insertMany(30);
    list(1, 31);
    assertReadsOnly(1);
    list(4, 8);
    assertReadsOnly(1);
  }

  @Test
  void aPagePastTheEndIsCounted() {
    list(100_000, 100);

    assertReadsOnly(2);
  }

  @Test
  void aPartAfterAPositionIsNeverCounted() {
    insertMany(3);

    stores.list(ResourceQuery.of(kind).after(Optional.empty(), 2));

    assertReadsOnly(1);
  }

  @Test
  void aPageWithoutTheTotalIsNeverCounted() {
    insertMany(3);

    stores.list(ResourceQuery.of(kind).uncountedPage(new PageRequest(1, 2)));

    assertReadsOnly(1);
  }

  @Test
  void whatIsNotAskedForIsNotRead() {
    Resource stored = insert(root(kind).withLabels(labels(1)));
    wire.drain();

    stores.list(ResourceQuery.of(kind).with(Set.of()));
    stores
        .transactions()
        .reading(request(), () -> stores.resources().find(kind, stored.id(), Set.of()));

    assertThat(wire.drain())
        .hasSize(2)
        .allSatisfy(
            trip ->
                assertThat(trip)
                    .startsWith("SELECT")
                    .doesNotContain(
                        "r.spec",
                        "r.tenancy",
                        "r.conditions",
                        "\".labels",
                        "\".resource_references"));
  }

  @Test
  void aChangeUnderLockIsThreeRoundTrips() {
    Resource stored = insert(root(kind).withLabels(labels(3)));
    wire.drain();

    stores
        .transactions()
        .required(
            request(),
            () -> {
              stores.resources().lock(kind, stored.id());
              return stores
                  .resources()
                  .update(changed(stored).withLabels(labels(2)).build(), stored.version());
            });

    assertThat(wire.drain())
        .satisfiesExactly(
            lock ->
                assertThat(lock).startsWith("BEGIN; SELECT").contains("FOR NO KEY UPDATE OF r)"),
            update -> assertThat(update).contains("UPDATE", ".labels"),
            commit -> assertThat(commit).isEqualTo("COMMIT"));
  }

  @Test
  void everyStatementAboutAResourceNamesItsKind() {
    Resource stored = insert(root(kind));
    stores.find(kind, stored.id());
    list(1, 1);

    assertThat(wire.drain())
        .filteredOn(trip -> trip.contains("FROM"))
        .allSatisfy(trip -> assertThat(trip).containsAnyOf("kind = '", "stored.kind"));
  }

  private void assertReadsOnly(int statements) {
    assertThat(wire.drain())
        .hasSize(statements)
        .allSatisfy(trip -> assertThat(trip).startsWith("SELECT"));
  }

  private void list(int page, int size) {
    stores.list(ResourceQuery.of(kind).page(new PageRequest(page, size)));
  }

  private void insertMany(int count) {
    IntStream.range(0, count).forEach(i -> insert(root(kind).withLabels(labels(3))));
    wire.drain();
  }

  private Resource insert(ResourceFixture fixture) {
    return stores.insert(fixture.build());
  }

  private static Map<String, String> labels(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "key-" + i, i -> "value-" + i));
  }
}
