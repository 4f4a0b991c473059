package io.hyperfleet.persistence.connection;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.TransactionsContract;
import io.hyperfleet.application.resource.ResourceStore;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JpaTransactionsIT implements TransactionsContract {

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
  public Transactions transactions() {
    return stores.transactions();
  }

  @Override
  public ResourceStore store() {
    return stores.resources();
  }
}
