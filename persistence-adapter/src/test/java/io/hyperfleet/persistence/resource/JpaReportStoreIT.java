package io.hyperfleet.persistence.resource;

import io.hyperfleet.application.resource.ReportStoreContract;
import io.hyperfleet.application.resource.Stores;
import io.hyperfleet.persistence.TestStores;
import io.hyperfleet.persistence.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class JpaReportStoreIT implements ReportStoreContract {

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
  public Stores stores() {
    return stores.all();
  }
}
