package io.hyperfleet.application.resource;

import io.hyperfleet.application.InMemoryTransactions;

/** All stores without a database. */
public final class InMemoryStores {

  private InMemoryStores() {}

  public static Stores fresh() {
    return on(new InMemoryTransactions());
  }

  static Stores on(InMemoryTransactions transactions) {
    InMemoryResourceStore resources = new InMemoryResourceStore(transactions);
    return new Stores(
        transactions,
        resources,
        new InMemoryReportStore(transactions, resources),
        new InMemoryDeletionStore(resources));
  }
}
