package io.hyperfleet.persistence.resource;

import static io.hyperfleet.application.request.RequestContextFixture.request;
import static io.hyperfleet.domain.resource.ResourceFixture.newKind;
import static io.hyperfleet.domain.resource.ResourceFixture.root;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.application.resource.ResourceStoreContract;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.Sql;
import io.hyperfleet.persistence.database.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JpaResourceStoreIT implements ResourceStoreContract {

  private static Sql sql;
  private static TestStores stores;

  @BeforeAll
  static void open() {
    TestDatabase database = TestDatabase.migrated();
    sql = new Sql(database.dataSource());
    stores = TestStores.on(database.dataSource());
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Test
  void aReadSeesWhatItsTransactionInserted() {
    Resource resource = root(newKind()).withLabels(Map.of("env", "prod")).build();

    Optional<Resource> found =
        transactions()
            .required(
                request(),
                () -> {
                  store().insert(resource);
                  return store().find(resource.kind(), resource.id());
                });

    assertThat(found).map(Resource::labels).contains(resource.labels());
  }

  @Test
  void aReadSeesWhatAnotherReplicaChangedSince() throws SQLException {
    Resource resource = root(newKind()).build();
    stores.insert(resource);
    stores.find(resource.kind(), resource.id());

    sql.run("UPDATE app.resources SET generation = 2 WHERE id = ?", resource.id().value());

    assertThat(stores.find(resource.kind(), resource.id())).map(Resource::generation).contains(2);
  }

  @Override
  public ResourceStore store() {
    return stores.resources();
  }

  @Override
  public Transactions transactions() {
    return stores.transactions();
  }
}
