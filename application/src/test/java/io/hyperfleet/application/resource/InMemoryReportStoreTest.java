package io.hyperfleet.application.resource;

class InMemoryReportStoreTest implements ReportStoreContract {

  private final Stores stores = InMemoryStores.fresh();

  @Override
  public Stores stores() {
    return stores;
  }
}
