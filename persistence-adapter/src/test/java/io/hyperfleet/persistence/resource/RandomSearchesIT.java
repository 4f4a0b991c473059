package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.resource.RandomSearchesContract;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RandomSearchesIT implements RandomSearchesContract {

  private static TestStores stores;

  @BeforeAll
  static void open() {
    stores = TestStores.on(TestDatabase.migrated().dataSource());
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Override
  public int searches() {
    return 250;
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
