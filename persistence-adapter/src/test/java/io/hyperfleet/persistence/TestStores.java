package io.hyperfleet.persistence;

import static io.hyperfleet.application.request.RequestContextFixture.request;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.resource.DeletionStore;
import io.hyperfleet.application.resource.ResourceList;
import io.hyperfleet.application.resource.ResourceQuery;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.application.resource.Stores;
import io.hyperfleet.domain.kind.Kind;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.json.JsonConditions;
import io.hyperfleet.persistence.connection.DatabasePool;
import io.hyperfleet.persistence.connection.ResourceLocalBoundary;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** The stores as they are shipped, except that no server coordinates their transactions. */
public final class TestStores implements AutoCloseable {

  private final DatabasePool pool;
  private final PostgresStores stores;

  private TestStores(DataSource database, String schema) {
    this.pool = new DatabasePool(database, () -> "{}");
    this.stores =
        new PostgresStores(
            pool, new ResourceLocalBoundary(), schema, Duration.ZERO, new JsonConditions());
  }

  public static TestStores on(DataSource database) {
    return new TestStores(database, "app");
  }

  public static TestStores on(DataSource database, String schema) {
    return new TestStores(database, schema);
  }

  public DatabasePool pool() {
    return pool;
  }

  public Stores all() {
    return stores.stores();
  }

  public Transactions transactions() {
    return all().transactions();
  }

  public ResourceStore resources() {
    return all().resources();
  }

  public DeletionStore deletions() {
    return all().deletions();
  }

  public Resource insert(Resource resource) {
    return transactions()
        .required(
            request(),
            () -> {
              resources().insert(resource);
              return resource;
            });
  }

  public Optional<Resource> find(Kind kind, ResourceId id) {
    return transactions().reading(request(), () -> resources().find(kind, id));
  }

  public ResourceList list(ResourceQuery query) {
    return transactions().reading(request(), () -> resources().list(query));
  }

  @Override
  public void close() {
    stores.close();
  }
}
