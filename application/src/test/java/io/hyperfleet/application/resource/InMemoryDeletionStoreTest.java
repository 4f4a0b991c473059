package io.hyperfleet.application.resource;

import io.hyperfleet.application.Transactions;

class InMemoryDeletionStoreTest implements DeletionStoreContract {

  private final Stores stores = InMemoryStores.fresh();

  @Override
  public ResourceStore store() {
    return stores.resources();
  }

  @Override
  public DeletionStore deletions() {
    return stores.deletions();
  }

  @Override
  public Transactions transactions() {
    return stores.transactions();
  }
}
