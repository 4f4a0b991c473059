package io.hyperfleet.persistence.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.resource.ResourceQuery;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.search.ResourceColumn;
import io.hyperfleet.domain.search.ResourceOrder;
import io.hyperfleet.domain.search.ResourceOrder.Term;
import io.hyperfleet.domain.search.SearchExpression;
import io.hyperfleet.domain.search.SearchExpression.And;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchExpression.In;
import io.hyperfleet.domain.search.SearchExpression.IsNull;
import io.hyperfleet.domain.search.SearchExpression.Like;
import io.hyperfleet.domain.search.SearchExpression.Not;
import io.hyperfleet.domain.search.SearchField;
import io.hyperfleet.domain.search.SearchField.Label;
import io.hyperfleet.domain.search.SearchField.OfCondition;
import io.hyperfleet.domain.search.SearchField.OfCondition.Member;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * That searches which clients and operators send read neither a partition nor the labels as a
 * whole, in a fleet of a hundred thousand clusters with labels and conditions. Both statements of a
 * list are planned, for the values and for any values.
 */
class SearchPlansIT {

  private static final Kind CLUSTER = new Kind("Cluster");

  /** Of memory, in bytes. */
  private static final String LIMIT = "1000000";

  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final RoundTrips WIRE = RoundTrips.to(DATABASE.host(), DATABASE.port());
  private static final TestStores STORES = TestStores.on(DATABASE.sharedSession(WIRE.port()));

  @BeforeAll
  static void fill() throws SQLException {
    Sql sql = new Sql(DATABASE.dataSource());
    // Checked once for all of them, which is a fraction of the time.
    sql.run("ALTER TABLE app.labels DROP CONSTRAINT labels_owner_fkey");
    fill(sql, "Cluster", 100_000, "NULL");
    fill(sql, "NodePool", 20_000, "lpad(to_hex(7000001 + i / 2), 32, '0')");
    fill(sql, "Network", 10_000, "NULL");
    sql.run(
        """
        INSERT INTO app.labels (owner_type, owner_id, key, value)
        SELECT c.kind, c.id, k.key, CASE k.key WHEN 'env' THEN 'prod' ELSE k.key ||
          right(c.name, k.digits) END
        FROM app.clusters c, (VALUES ('env', 1), ('region', 1), ('shard', 2), ('team', 3),
          ('customer', 4)) k (key, digits)
        """);
    sql.run(
        """
        ALTER TABLE app.labels ADD CONSTRAINT labels_owner_fkey FOREIGN KEY (owner_type, owner_id)
          REFERENCES app.resources (kind, id) ON DELETE CASCADE
        """);
    sql.run(
        """
        INSERT INTO app.resource_references
        SELECT kind, id, 'peer', kind, id FROM app.clusters WHERE name LIKE '%0'
        """);
    sql.run("VACUUM ANALYZE");
    STORES.list(ResourceQuery.of(CLUSTER));
  }

  private static void fill(Sql sql, String kind, int count, String owner) throws SQLException {
    sql.run(
        """
        INSERT INTO app.resources (id, kind, name, href, owner_id, owner_kind, owner_href, spec,
          conditions, created_time, created_by, updated_time, updated_by, deleted_time, deleted_by)
        SELECT CAST(lpad(to_hex(%2$d + i), 32, '0') AS uuid), ?, CASE WHEN i %% 2000 = 0 THEN
          'seed-' ELSE 'prod-' END || i, '/href', CAST(o.id AS uuid), CASE WHEN o.id IS NOT NULL
          THEN 'Cluster' END, CASE WHEN o.id IS NOT NULL THEN '/href' END, '{"replicas": 3}',
          CAST(replace(replace('%4$s', '$reconciled', CASE WHEN i %% 500 = 0 THEN 'False' ELSE
          'True' END), '$dns', CASE WHEN i %% 1000 = 1 THEN 'Unknown' ELSE 'True' END) AS jsonb),
          now() + i * interval '1 s', 'test', now(), 'test', m.marked, CASE WHEN m.marked IS NOT
          NULL THEN 'test' END
        FROM generate_series(1, %1$d) i,
          LATERAL (SELECT %3$s AS id) o,
          LATERAL (SELECT CASE WHEN i %% 1000 = 3 THEN now() END AS marked) m
        """
            .formatted(count, kind.length() * 1_000_000, owner, conditions()),
        kind);
  }

  private static String conditions() {
    return List.of("Reconciled=$reconciled", "DnsSuccessful=$dns", "JobSuccessful=True", "Up=True")
        .stream()
        .map(condition -> condition.split("="))
        .map(
            condition ->
                """
                {"type": "%s", "status": "%s", "reason": "Reported", "message": "all is well",
                 "created_time": "2026-08-21T10:00:00Z", "observed_generation": 1,
                 "last_updated_time": "2026-08-21T10:00:00.5Z",
                 "last_transition_time": "2026-08-21T10:00:00Z"}"""
                    .formatted(condition[0], condition[1]))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @AfterAll
  static void close() throws IOException {
    STORES.close();
    WIRE.close();
  }

  @Test
  void aRareLabel() throws SQLException {
    assertPlans(
        is(new Label("customer"), "customer0001"),
        List.of("customer", "customer0001"),
        "labels_search_idx on labels");
  }

  @Test
  void twoLabels() throws SQLException {
    assertPlans(
        new And(List.of(is(new Label("shard"), "shard07"), is(new Label("team"), "team107"))),
        List.of("shard", "shard07", "team", "team107"),
        "labels_search_idx on labels");
  }

  @Test
  void aNameAndSeveralNames() throws SQLException {
    assertPlans(
        is(ResourceColumn.NAME, "prod-77"), List.of("prod-77"), "using clusters_kind_name_id_idx");
    assertPlans(
        new In(ResourceColumn.NAME, List.of(new Text("prod-77"), new Text("prod-78"))),
        List.of("{prod-77,prod-78}"),
        "clusters_kind_name_id_idx");
  }

  @Test
  void whatANameBeginsWith() throws SQLException {
    assertPlans(
        new Like(ResourceColumn.NAME, "seed-%", false),
        List.of("seed-", "seed.", "seed-%"),
        "clusters_kind_name_id_idx");
    assertNoSeqScan(
        new Like(ResourceColumn.NAME, "prod-%", false), List.of("prod-", "prod.", "prod-%"));
  }

  @Test
  void whatIsNotReconciled() throws SQLException {
    assertPlans(
        is(new OfCondition("Reconciled", Member.STATUS), "False"),
        List.of(),
        "using clusters_unreconciled_idx on clusters");
  }

  @Test
  void whatIsNotReconciledForAWhile() throws SQLException {
    Time then = new Time(Instant.parse("2026-08-21T11:00:00Z"));
    assertPlans(
        new And(
            List.of(
                is(new OfCondition("Reconciled", Member.STATUS), "False"),
                new Comparison(
                    new OfCondition("Reconciled", Member.LAST_UPDATED_TIME),
                    SearchOperator.LESS,
                    then))),
        List.of("Reconciled", then.value().toString()),
        "clusters_unreconciled_idx on clusters");
  }

  /** A plan for any values is not the one for those that are rare; PostgreSQL compares the two. */
  @Test
  void anyOtherConditionOfARareStatus() throws SQLException {
    SearchExpression unknown = is(new OfCondition("DnsSuccessful", Member.STATUS), "Unknown");
    List<String> values = List.of("Unknown", "DnsSuccessful");

    assertThat(plan(page(unknown, 20), with(values, LIMIT), "force_custom_plan"))
        .contains("clusters_condition_states_idx");
    assertThat(plan(count(unknown), values, "force_custom_plan"))
        .contains("clusters_condition_states_idx");
    assertThat(planAfterTen(page(unknown, 20), values)).contains("clusters_condition_states_idx");
  }

  @Test
  void whatIsBeingDeleted() throws SQLException {
    assertPlans(
        new Not(new IsNull(ResourceColumn.DELETED_TIME)),
        List.of(),
        "clusters_deleted_idx on clusters");
  }

  @Test
  void severalIds() throws SQLException {
    String one = "00000000-0000-0000-0000-0000006acfc1";
    assertPlans(
        new In(ResourceColumn.ID, List.of(new Text(one), new Text("no id"))),
        List.of("{" + one + "}"),
        "using clusters_");
  }

  @Test
  void theChildrenOfAnOwnerAmongAllOfTheirKind() throws SQLException {
    String owner = "00000000-0000-0000-0000-0000006acfc7";
    ResourceQuery query =
        ResourceQuery.of(new Kind("NodePool")).matching(is(ResourceColumn.OWNER_ID, owner));

    assertUses(sent(query, 0), with(List.of(owner), LIMIT), "node_pools_owner_id_created_time");
  }

  @Test
  void theOrderOfNames() throws SQLException {
    ResourceOrder byName = new ResourceOrder(List.of(new Term(ResourceColumn.NAME, false)));
    ResourceQuery query =
        ResourceQuery.of(CLUSTER).orderedBy(byName).page(new PageRequest(100, 20));

    assertUses(sent(query, 0), List.of(LIMIT), "clusters_kind_name_id_idx");
  }

  @Test
  void allKindsAreMerged() throws SQLException {
    assertUses(
        sent(ResourceQuery.all(), 0),
        List.of(LIMIT),
        "Merge Append",
        "clusters_created_time_id_idx",
        "node_pools_created_time_id_idx",
        "declared_resources_created_time_id_idx");
  }

  @Test
  void theNumberOfAllOfAKindIsCountedInAnIndex() throws SQLException {
    assertUses(sent(ResourceQuery.of(CLUSTER), 1), List.of(), "Index Only Scan using clusters_");
  }

  private static Comparison is(SearchField field, String value) {
    return new Comparison(field, SearchOperator.EQUAL, new Text(value));
  }

  private static void assertPlans(SearchExpression search, List<String> values, String... parts)
      throws SQLException {
    assertUses(page(search, 20), with(values, LIMIT), parts);
    assertUses(count(search), values, parts);
  }

  private static void assertNoSeqScan(SearchExpression search, List<String> values)
      throws SQLException {
    assertUses(page(search, 20), with(values, LIMIT), "Scan");
    assertUses(count(search), values, "Scan");
  }

  private static void assertUses(String select, List<String> values, String... parts)
      throws SQLException {
    for (String mode : List.of("force_custom_plan", "force_generic_plan")) {
      assertThat(plan(select, values, mode)).as(mode).contains(parts).doesNotContain("Seq Scan on");
    }
  }

  private static String page(SearchExpression search, int size) {
    return sent(ResourceQuery.of(CLUSTER).matching(search).page(new PageRequest(1, size)), 0);
  }

  /** Of a page of one there are others. */
  private static String count(SearchExpression search) {
    return sent(ResourceQuery.of(CLUSTER).matching(search).page(new PageRequest(1, 1)), 1);
  }

  private static String sent(ResourceQuery query, int statement) {
    WIRE.drain();
    STORES.list(query);
    return WIRE.drain().get(statement);
  }

  private static List<String> with(List<String> values, String last) {
    List<String> all = new ArrayList<>(values);
    all.add(last);
    return all;
  }

  private static String plan(String select, List<String> values, String mode) throws SQLException {
    return explained(select, values, mode, 0);
  }

  private static String planAfterTen(String select, List<String> values) throws SQLException {
    return explained(select, with(values, LIMIT), "auto", 10);
  }

  private static String explained(String select, List<String> values, String mode, int before)
      throws SQLException {
    String literals =
        values.isEmpty() ? "" : values.stream().collect(Collectors.joining("', '", "('", "')"));
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET plan_cache_mode = " + mode);
      statement.execute("PREPARE sent AS " + select);
      for (int i = 0; i < before; i++) {
        statement.execute("EXECUTE sent" + literals);
      }
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
