package io.hyperfleet.persistence.resource;

import static io.hyperfleet.domain.kind.KindFixture.CLUSTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ListPosition;
import io.hyperfleet.application.resource.ResourceQuery;
import io.hyperfleet.application.resource.ResourceQuery.Referring;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchField.Label;
import io.hyperfleet.domain.search.SearchOperator;
import io.hyperfleet.domain.search.SearchValue.Text;
import io.hyperfleet.domain.search.SearchValue.Time;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.RoundTrips;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL runs the very statements that the store sends, with rows enough to matter: both as
 * a statement that it sees for the first time, and as one that it has prepared for any value.
 */
class QueryPlanIT {

  /** Of memory, in bytes. */
  private static final String LIMIT = "1000000";

  private static final Kind CLUSTER = new Kind("Cluster");
  private static final String ID = "0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22";
  private static final ResourceId SOME = ResourceId.parse(ID).orElseThrow();

  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final RoundTrips WIRE = RoundTrips.to(DATABASE.host(), DATABASE.port());
  private static final TestStores STORES = TestStores.on(DATABASE.sharedSession(WIRE.port()));

  @BeforeAll
  static void fill() throws SQLException {
    Sql sql = new Sql(DATABASE.dataSource());
    fill(sql, "Cluster", 100_000, "CAST(NULL AS uuid)");
    fill(sql, "NodePool", 20_000, "CAST(lpad(to_hex(7000001 + i), 32, '0') AS uuid)");
    fill(sql, "Network", 10_000, "CAST(NULL AS uuid)");
    sql.run(
        """
        INSERT INTO app.labels (owner_type, owner_id, key, value)
        SELECT kind, id, 'env', 'v' || right(name, 4) FROM app.clusters
        """);
    sql.run(
        """
        INSERT INTO app.resource_references
        SELECT kind, id, 'peer', kind, id FROM app.clusters WHERE name LIKE '%0'
        """);
    sql.run("VACUUM ANALYZE");
    STORES.find(CLUSTER, SOME);
  }

  private static void fill(Sql sql, String kind, int count, String owner) throws SQLException {
    sql.run(
        """
        INSERT INTO app.resources (id, kind, name, href, owner_id, owner_kind, owner_href, spec,
          created_time, created_by, updated_time, updated_by)
        SELECT CAST(lpad(to_hex(%d + i), 32, '0') AS uuid), ?, 'r-' || i, '/href', owner, CASE WHEN owner IS NOT NULL THEN
          'Cluster' END, CASE WHEN owner IS NOT NULL THEN '/href' END, '{}',
          now() + i * interval '1 s', 'test', now(), 'test'
        FROM generate_series(1, %d) i, LATERAL (SELECT %s AS owner) o
        """
            .formatted(kind.length() * 1_000_000, count, owner),
        kind);
  }

  @AfterAll
  static void close() throws IOException {
    STORES.close();
    WIRE.close();
  }

  @Test
  void oneResourceIsFoundByTheKeyOfItsPartition() throws SQLException {
    assertPlans(
        () -> STORES.find(CLUSTER, SOME),
        List.of(ID, LIMIT),
        "Index Scan using clusters_",
        "labels_pkey on labels",
        "resource_references_pkey on resource_references");
  }

  @Test
  void oneResourceOfWhicheverKindIsFoundByTheKeysOfThePartitions() throws SQLException {
    List<Kind> kinds = List.of(CLUSTER, new Kind("NodePool"), new Kind("Network"));
    WIRE.drain();
    STORES.list(ResourceQuery.of(kinds, SOME));
    String select = WIRE.drain().get(0);

    for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
      assertThat(plan(select, List.of("Cluster", "NodePool", "Network", ID, LIMIT), mode))
          .as(mode)
          .contains("using clusters_", "node_pools_pkey", "declared_resources_pkey")
          .doesNotContain("Seq Scan on");
    }
  }

  @Test
  void aPageIsReadFromTheIndexOfOnePartition() throws SQLException {
    assertPlans(
        () -> STORES.list(ResourceQuery.of(CLUSTER).page(new PageRequest(2, 20))),
        List.of(LIMIT),
        "Index Scan Backward using clusters_created_time_id_idx on clusters",
        "labels_pkey on labels");
  }

  @Test
  void aKindWithoutAPartitionOfItsOwnIsReadTheSameWay() throws SQLException {
    assertPlans(
        () -> STORES.list(ResourceQuery.of(new Kind("Network"))),
        List.of(LIMIT),
        "Index Scan Backward using declared_resources_created",
        "labels_pkey on labels");
  }

  @Test
  void whatFollowsAPositionIsReadFromThere() throws SQLException {
    ListPosition position =
        new ListPosition(
            List.of(Optional.of(new Time(ResourceFixture.CREATED)), Optional.of(new Text(ID))));
    assertPlans(
        () -> STORES.list(ResourceQuery.of(CLUSTER).after(Optional.of(position), 20)),
        List.of(ResourceFixture.CREATED.toString(), ID, LIMIT),
        "Index Scan Backward using clusters_created_time_id_idx on clusters",
        "ROW(created_time, id) <");
  }

  @Test
  void theChildrenOfAnOwnerAreReadFromTheirIndex() throws SQLException {
    assertPlans(
        () -> STORES.list(ResourceQuery.of(new Kind("NodePool")).ownedBy(SOME)),
        List.of(ID, LIMIT),
        "using node_pools_owner_id_created_time_id_idx on node_pools");
  }

  @Test
  void aLabelIsSearchedInItsIndex() throws SQLException {
    Comparison rare = new Comparison(new Label("env"), SearchOperator.EQUAL, new Text("v0001"));
    assertPlans(
        () -> STORES.list(ResourceQuery.of(CLUSTER).matching(rare)),
        List.of("env", "v0001", LIMIT),
        "labels_search_idx on labels");
  }

  @Test
  void thoseWhoReferToOneAreFoundByTheIndexOfTheTargets() throws SQLException {
    assertPlans(
        () ->
            STORES.list(
                ResourceQuery.of(CLUSTER)
                    .referring(new Referring("peer", Optional.of(new Reference(CLUSTER, SOME))))),
        List.of(ID, "peer", LIMIT),
        "resource_references_target_idx on resource_references");
  }

  private static void assertPlans(Runnable operation, List<String> values, String... parts)
      throws SQLException {
    WIRE.drain();
    operation.run();
    String select = WIRE.drain().get(0);
    for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
      assertThat(plan(select, values, mode))
          .as(mode)
          .contains(parts)
          .doesNotContain("Seq Scan on")
          .matches(QueryPlanIT::readsOnePartition, "reads one partition");
    }
  }

  private static boolean readsOnePartition(String plan) {
    return Stream.of(" on clusters", " on node_pools", " on declared_resources")
            .filter(plan::contains)
            .count()
        == 1;
  }

  private static String plan(String select, List<String> values, String mode) throws SQLException {
    String literals = values.stream().collect(Collectors.joining("', '", "('", "')"));
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET plan_cache_mode = " + mode);
      statement.execute("PREPARE sent AS " + select);
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = statement.executeQuery("EXPLAIN EXECUTE sent" + literals)) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }
}
