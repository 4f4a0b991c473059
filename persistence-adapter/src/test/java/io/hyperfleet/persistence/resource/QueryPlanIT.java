package io.hyperfleet.persistence.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.StatementLog;
import io.hyperfleet.persistence.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How PostgreSQL runs the very statements that the store sends, with rows enough to matter. */
class QueryPlanIT {

  private static final StatementLog LOG = new StatementLog();

  private static Sql sql;
  private static TestStores stores;

  @BeforeAll
  static void fill() throws SQLException {
    TestDatabase database = TestDatabase.migrated();
    sql = new Sql(database.dataSource());
    for (String kind : List.of("Cluster", "NodePool", "Network")) {
      sql.run(
          """
          INSERT INTO app.resources
            (id, kind, name, href, spec, created_time, created_by, updated_time, updated_by)
          SELECT gen_random_uuid(), ?, 'r-' || i, '/href', '{}', now() + i * interval '1 s', 'test',
            now(), 'test' FROM generate_series(1, 10000) i
          """,
          kind);
    }
    sql.run("ANALYZE app.resources");
    stores = TestStores.on(LOG.watch(database.dataSource()));
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void aPageIsReadFromTheIndexOfOnePartitionWithoutSorting() throws SQLException {
    LOG.drain();
    stores.list(Kind.CLUSTER, new PageRequest(2, 20));
    String select = LOG.drain().get(1);

    assertThat(String.join("\n", sql.column("EXPLAIN " + select, "Cluster", 20, 20)))
        .contains("Index Scan Backward using clusters_kind_created_time_id_idx on clusters")
        .doesNotContain("Sort", "node_pools", "declared_resources");
  }

  @Test
  void aKindWithoutAPartitionOfItsOwnIsReadTheSameWay() throws SQLException {
    LOG.drain();
    stores.list(new Kind("Network"), new PageRequest(1, 20));
    String select = LOG.drain().get(1);

    assertThat(String.join("\n", sql.column("EXPLAIN " + select, "Network", 20, 0)))
        .contains("Index Scan Backward using declared_resources_kind_created_time_id_idx")
        .doesNotContain("Sort", "on clusters", "node_pools");
  }
}
