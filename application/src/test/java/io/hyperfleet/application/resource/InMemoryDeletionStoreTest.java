package io.hyperfleet.application.resource;

import io.hyperfleet.application.InMemoryTransactions;
import io.hyperfleet.application.Transactions;

class InMemoryDeletionStoreTest implements DeletionStoreContract {

  private final InMemoryTransactions transactions = new InMemoryTransactions();
  private final InMemoryResourceStore store = new InMemoryResourceStore(transactions);
  private final DeletionStore deletions = new InMemoryDeletionStore(store);

  @Override
  public ResourceStore store() {
    return store;
  }

  @Override
  public DeletionStore deletions() {
    return deletions;
  }

  @Override
  public Transactions transactions() {
    return transactions;
  }
}
