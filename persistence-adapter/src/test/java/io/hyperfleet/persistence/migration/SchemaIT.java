package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

/** What the tables themselves guarantee, whoever writes to them. */
class SchemaIT {

  private static final String INSERT =
      """
      INSERT INTO app.resources (kind, id, name, owner_id, owner_kind, owner_href,
        href, spec, created_time, created_by, updated_time, updated_by)
      VALUES (?, ?, ?, ?, ?, ?, '/href', '{}', now(), 'test', now(), 'test')
      """;

  private static Sql sql;

  @BeforeAll
  static void open() {
    sql = new Sql(TestDatabase.migrated().dataSource());
  }

  @Nested
  class Partitions {

    @Test
    void clustersAndNodePoolsHaveTheirOwnAndTheRestShareOne() throws SQLException {
      assertThat(
              sql.column(
                  """
                  SELECT c.relname || ': ' || pg_get_expr(c.relpartbound, c.oid)
                  FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                  WHERE i.inhparent = 'app.resources'::regclass ORDER BY 1
                  """))
          .containsExactly(
              "clusters: FOR VALUES IN ('Cluster')",
              "declared_resources: DEFAULT",
              "node_pools: FOR VALUES IN ('NodePool')");
    }

    @ParameterizedTest
    @CsvSource({
      "Cluster, clusters",
      "cluster, declared_resources",
      "NodePool, node_pools",
      "Network, declared_resources"
    })
    void aRowGoesWhereItsKindBelongs(String kind, String partition) throws SQLException {
      UUID id = insertRoot(kind, "anything-" + id());

      assertThat(
              sql.column(
                  "SELECT c.relname FROM app.resources r JOIN pg_class c ON c.oid = r.tableoid"
                      + " WHERE r.id = ?",
                  id))
          .containsExactly(partition);
    }
  }

  @Nested
  class Indexes {

    /** An update that no index has to learn of is a fraction of the work. */
    @ParameterizedTest
    @ValueSource(strings = {"conditions", "version", "updated_time", "updated_by"})
    void noneMentionsWhatEveryReportChanges(String column) throws SQLException {
      assertThat(indexesOn(column)).isEmpty();
    }

    @Test
    void thoseOfConditionsAreOnWhatChangesWithAStatus() throws SQLException {
      UUID id = insertRoot("Network", "net-" + id());
      sql.run(
          """
          UPDATE app.resources SET conditions = '[{"type": "A", "status": "True", "reason": "x"},
            {"type": "B", "status": "False"}, {"type": "C", "status": "False"}, {"type": "D"}]'
          WHERE id = ?
          """,
          id);

      assertThat(indexesOn("condition_states")).hasSize(6);
      assertThat(sql.column("SELECT condition_states FROM app.resources WHERE id = ?", id))
          .containsExactly("{\"True\": [\"A\"], \"False\": [\"B\", \"C\"], \"Unknown\": []}");
    }

    private static List<String> indexesOn(String column) throws SQLException {
      return sql.column(
          """
          SELECT DISTINCT i.indexrelid FROM pg_inherits p
            JOIN pg_index i ON i.indrelid = p.inhrelid
            JOIN pg_depend d ON d.objid = i.indexrelid AND d.refobjid = i.indrelid
            JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
          WHERE p.inhparent = 'app.resources'::regclass AND a.attname = ?
          """,
          column);
    }
  }

  @Nested
  class Deletion {

    private final UUID cluster = id();
    private final UUID pool = id();

    @Test
    void ofAClusterTakesAllThatHangsOnIt() throws SQLException {
      insertFamily();

      sql.run("DELETE FROM app.resources WHERE kind = 'Cluster' AND id = ?", cluster);

      assertThat(left("resources", "id")).isEqualTo("0");
      assertThat(left("labels", "owner_id")).isEqualTo("0");
      assertThat(left("adapter_statuses", "owner_id")).isEqualTo("0");
    }

    @Test
    void ofANodePoolLeavesItsCluster() throws SQLException {
      insertFamily();

      sql.run("DELETE FROM app.resources WHERE kind = 'NodePool' AND id = ?", pool);

      assertThat(left("resources", "id")).isEqualTo("1");
      assertThat(left("labels", "owner_id")).isEqualTo("1");
      assertThat(left("adapter_statuses", "owner_id")).isEqualTo("1");
    }

    @Test
    void ofWhatIsReferredToIsRefusedUntilTheReferrerIsGone() throws SQLException {
      UUID target = insertRoot("Network", "net-" + cluster);
      insertRow("Cluster", cluster, "c-" + cluster, null);
      sql.run(
          "INSERT INTO app.resource_references VALUES ('Cluster', ?, 'network', 'Network', ?)",
          cluster,
          target);

      assertThatThrownBy(() -> sql.run("DELETE FROM app.resources WHERE id = ?", target))
          .hasMessageContaining("resource_references");

      sql.run("DELETE FROM app.resources WHERE id = ?", cluster);
      assertThat(sql.run("DELETE FROM app.resources WHERE id = ?", target)).isEqualTo(1);
    }

    private void insertFamily() throws SQLException {
      insertRow("Cluster", cluster, "c-" + cluster, null);
      insertRow("NodePool", pool, "workers", cluster);
      for (String kind : new String[] {"Cluster", "NodePool"}) {
        UUID owner = kind.equals("Cluster") ? cluster : pool;
        sql.run("INSERT INTO app.labels VALUES (?, ?, 'env', 'prod')", kind, owner);
        sql.run(
            """
            INSERT INTO app.adapter_statuses VALUES
              (?, ?, 'dns', 1, '[]', '{}', NULL, now(), now())
            """,
            kind,
            owner);
      }
    }

    private String left(String table, String column) throws SQLException {
      String count = "SELECT count(*) FROM app." + table + " WHERE " + column + " IN (?, ?)";
      return sql.column(count, cluster, pool).get(0);
    }
  }

  @Nested
  class Keys {

    @Test
    void aNodePoolNeedsItsCluster() {
      assertRefused("node_pools_owner_fkey", () -> insertRow("NodePool", id(), "np", id()));
    }

    @Test
    void whatIsAttachedNeedsItsOwnerAndTheRightKind() throws SQLException {
      UUID cluster = insertRoot("Cluster", "c-" + id());
      String label = "INSERT INTO app.labels VALUES (?, ?, 'env', 'prod')";

      assertRefused("labels_owner_fkey", () -> sql.run(label, "NodePool", cluster));
      assertThat(sql.run(label, "Cluster", cluster)).isEqualTo(1);
      assertRefused("labels_pkey", () -> sql.run(label, "Cluster", cluster));
    }

    @Test
    void anAdapterReportsOncePerResource() throws SQLException {
      UUID cluster = insertRoot("Cluster", "c-" + id());
      String report =
          """
          INSERT INTO app.adapter_statuses VALUES
            ('Cluster', ?, ?, 1, '[]', '{}', NULL, now(), now())
          """;

      sql.run(report, cluster, "dns");
      sql.run(report, cluster, "DNS");
      assertRefused("adapter_statuses_pkey", () -> sql.run(report, cluster, "dns"));
    }

    @Test
    void anActiveRootHoldsItsNameUntilItIsMarkedForDeletion() throws SQLException {
      String name = "c-" + id();
      UUID holder = insertRoot("Cluster", name);

      assertRefused("clusters_kind_name_tenancy_idx", () -> insertRoot("Cluster", name));
      insertRoot("Cluster", name.toUpperCase(Locale.ROOT));

      markDeleted(holder);
      insertRoot("Cluster", name);
    }

    @Test
    void anActiveChildHoldsItsNameUntilItIsMarkedForDeletion() throws SQLException {
      UUID cluster = insertRoot("Cluster", "c-" + id());
      UUID holder = id();
      insertRow("NodePool", holder, "workers", cluster);

      assertRefused(
          "node_pools_kind_owner_id_name_idx",
          () -> insertRow("NodePool", id(), "workers", cluster));

      markDeleted(holder);
      insertRow("NodePool", id(), "workers", cluster);
    }

    private static void markDeleted(UUID id) throws SQLException {
      sql.run("UPDATE app.resources SET deleted_time = now(), deleted_by = 'x' WHERE id = ?", id);
    }
  }

  @Nested
  class Checks {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "kind = ''             | resources_kind_check",
          "name = ''             | resources_name_check",
          "generation = 0        | resources_generation_check",
          "spec = '[]'           | resources_spec_check",
          "spec = 'null'         | resources_spec_check",
          "tenancy = '\"a\"'     | resources_tenancy_check",
          "conditions = '{}'     | resources_conditions_check",
          "deleted_time = now()  | resources_deleted_check",
          "deleted_by = 'x'      | resources_deleted_check",
          "owner_id = id         | resources_owner_check",
          "owner_kind = 'x', owner_href = '/x' | resources_owner_check"
        })
    void refuseABadResource(String change, String constraint) throws SQLException {
      UUID id = insertRoot("Network", "net-" + id());

      assertRefused(
          constraint, () -> sql.run("UPDATE app.resources SET " + change + " WHERE id = ?", id));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "adapter = ''            | adapter_statuses_adapter_check",
          "observed_generation = 0 | adapter_statuses_observed_generation_check",
          "conditions = '{}'       | adapter_statuses_conditions_check",
          "data = '[]'             | adapter_statuses_data_check",
          "metadata = '[]'         | adapter_statuses_metadata_check"
        })
    void refuseABadReport(String change, String constraint) throws SQLException {
      UUID id = insertRoot("Network", "net-" + id());
      sql.run(
          """
          INSERT INTO app.adapter_statuses VALUES
            ('Network', ?, 'dns', 1, '[]', '{}', '{}', now(), now())
          """,
          id);

      assertRefused(
          constraint,
          () -> sql.run("UPDATE app.adapter_statuses SET " + change + " WHERE owner_id = ?", id));
    }

    @Test
    void refuseALabelWithoutKey() throws SQLException {
      UUID id = insertRoot("Network", "net-" + id());

      assertRefused(
          "labels_key_check",
          () -> sql.run("INSERT INTO app.labels VALUES ('Network', ?, '', 'prod')", id));
    }
  }

  private static UUID id() {
    return ResourceFixture.newId().value();
  }

  private static UUID insertRoot(String kind, String name) throws SQLException {
    UUID id = id();
    insertRow(kind, id, name, null);
    return id;
  }

  private static void insertRow(String kind, UUID id, String name, UUID cluster)
      throws SQLException {
    String ownerKind = cluster == null ? null : "Cluster";
    String ownerHref = cluster == null ? null : "/owner";
    sql.run(INSERT, kind, id, name, cluster, ownerKind, ownerHref);
  }

  private static void assertRefused(String constraint, ThrowingCallable statement) {
    assertThatThrownBy(statement)
        .asInstanceOf(type(PSQLException.class))
        .extracting(refusal -> refusal.getServerErrorMessage().getConstraint())
        .isEqualTo(constraint);
  }
}
