package io.hyperfleet.persistence.resource;

import static io.hyperfleet.application.request.RequestContextFixture.holdingAtMost;
import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.kind.KindFixture.KINDS;
import static io.hyperfleet.domain.kind.KindFixture.NODE_POOL;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.resource.FleetFixture;
import io.hyperfleet.application.resource.ResourceQuery;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.SearchExpression.IsNull;
import io.hyperfleet.domain.search.SearchExpression.Not;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.RoundTrips;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster with as many node pools as nobody should have. */
class LargeFamilyIT {

  private static final int POOLS = 10_000;

  /** A tenth of what the marks of all of them would take at once. */
  private static final long MEMORY = 4L << 20;

  private final TestDatabase database = TestDatabase.migrated();
  private final RoundTrips wire = RoundTrips.to(database.host(), database.port());
  private final TestStores stores = TestStores.on(database.sharedSession(wire.port()));
  private final Resource cluster = ResourceFixture.cluster().withConditions("[]").build();

  @BeforeEach
  void fill() throws SQLException {
    stores.insert(cluster);
    new Sql(database.dataSource())
        .run(
            """
            INSERT INTO app.resources (id, kind, name, href, owner_id, owner_kind, owner_href, spec,
              conditions, created_time, created_by, updated_time, updated_by)
            SELECT gen_random_uuid(), 'NodePool', 'np-' || i, '/href', id, kind, href, '{}',
              '[]',
              now(), 'test', now(), 'test'
            FROM app.clusters, generate_series(1, %d) i WHERE id = ?
            """
                .formatted(POOLS),
            cluster.id().value());
    new Sql(database.dataSource()).run("ANALYZE");
    wire.drain();
  }

  @AfterEach
  void close() throws IOException {
    stores.close();
    wire.close();
  }

  private FleetFixture fleet(RequestContext context) {
    return fleet(stores, context);
  }

  private static FleetFixture fleet(TestStores stores, RequestContext context) {
    return new FleetFixture(KINDS, stores.all(), context, 7);
  }

  @Test
  void isDeletedAndRemovedPieceByPieceInBoundedMemory() {
    FleetFixture fleet = fleet(holdingAtMost(MEMORY));

    fleet.delete(cluster);

    assertThat(wire.drain()).hasSizeLessThan(40);
    assertThat(marked()).isEqualTo(POOLS);

    fleet.force(cluster);

    assertThat(wire.drain()).hasSizeLessThan(40);
    assertThat(pools()).isZero();
  }

  @Test
  void leavesOtherClustersToOthersWhileItGoes() {
    Resource other = stores.insert(ResourceFixture.cluster().withConditions("[]").build());
    try (TestStores sessions = TestStores.on(database.dataSource())) {
      FleetFixture fleet = fleet(sessions, request());

      Resource marked =
          sessions
              .transactions()
              .required(
                  request(),
                  () -> {
                    fleet.delete(cluster);
                    return CompletableFuture.supplyAsync(() -> fleet.delete(other))
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join();
                  });

      assertThat(marked.isMarked()).isTrue();
    }
  }

  @Test
  void takesAnotherChildAtTheCostOfTheFirst() {
    FleetFixture fleet = fleet(request());
    Resource empty = stores.insert(ResourceFixture.cluster().build());
    wire.drain();

    fleet.createBelow(empty, NODE_POOL.name(), "np-0");
    int first = wire.drain().size();
    fleet.createBelow(cluster, NODE_POOL.name(), "np-0");

    assertThat(wire.drain()).hasSize(first);
  }

  private long pools() {
    return stores
        .list(ResourceQuery.of(NODE_POOL.kind()).ownedBy(cluster.id()))
        .total()
        .orElseThrow();
  }

  private long marked() {
    return stores
        .list(
            ResourceQuery.of(NODE_POOL.kind())
                .ownedBy(cluster.id())
                .matching(new Not(new IsNull(ResourceColumn.DELETED_TIME))))
        .total()
        .orElseThrow();
  }
}
