package io.hyperfleet.persistence.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.cluster;
import static io.hyperfleet.domain.resource.ResourceFixture.nodePoolOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.application.resource.DeletionStore.Ancestor;
import io.hyperfleet.application.resource.DeletionStore.Mark;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceFixture;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With rows enough for PostgreSQL to look them up one by one, which changes what a lock finds. */
class LargeTablesIT {

  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final TestStores STORES = TestStores.on(DATABASE.dataSource());

  @BeforeAll
  static void fill() throws SQLException {
    Sql sql = new Sql(DATABASE.dataSource());
    sql.run(
        """
        INSERT INTO app.resources
          (kind, id, name, href, spec, created_time, created_by, updated_time, updated_by)
          SELECT 'Cluster', gen_random_uuid(), 'c-' || n, '-', '{}', now(), '-', now(), '-'
          FROM generate_series(1, 3000) n""");
    sql.run(
        """
        INSERT INTO app.resources (kind, id, name, href, owner_id, owner_kind, owner_href,
          spec, created_time, created_by, updated_time, updated_by)
          SELECT 'NodePool', gen_random_uuid(), 'n-' || n, '-', c.id, 'Cluster', '-',
          '{}', now(), '-', now(), '-' FROM app.clusters c, generate_series(1, 2) n""");
    sql.run("VACUUM (ANALYZE) app.resources");
  }

  @AfterAll
  static void close() {
    STORES.close();
  }

  @Test
  void anOwnerThatChangedWhileItWasWaitedForIsFound() {
    Resource owner = STORES.insert(cluster().named("the-owner").deleted().build());
    Resource child = STORES.insert(nodePoolOf(owner).deleted().build());

    CompletableFuture<List<Ancestor>> found =
        STORES
            .transactions()
            .required(
                request(),
                () -> {
                  STORES.resources().lock(owner.kind(), owner.id());
                  CompletableFuture<List<Ancestor>> waiting =
                      CompletableFuture.supplyAsync(() -> ancestors(owner, child));
                  assertThatThrownBy(() -> waiting.get(200, TimeUnit.MILLISECONDS))
                      .isInstanceOf(TimeoutException.class);
                  Stamp now = new Stamp(ResourceFixture.DELETED, "bob");
                  Mark mark = new Mark(Reference.to(owner), 7, new Document("[]"));
                  STORES.deletions().mark(List.of(mark), now, now.time());
                  return waiting;
                });

    assertThat(found.orTimeout(30, TimeUnit.SECONDS).join())
        .containsExactly(new Ancestor(Reference.to(owner), 7));
  }

  private static List<Ancestor> ancestors(Resource owner, Resource child) {
    return STORES
        .transactions()
        .required(
            request(),
            () ->
                STORES
                    .deletions()
                    .lockMarkedAncestors(List.of(child.kind(), owner.kind()), child.id()));
  }
}
