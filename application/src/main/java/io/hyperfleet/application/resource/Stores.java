package io.hyperfleet.application.resource;

import io.hyperfleet.application.Transactions;
import java.util.Objects;

/** Where everything is kept, and the units of work in which it is used. */
public record Stores(
    Transactions transactions,
    ResourceStore resources,
    ReportStore reports,
    DeletionStore deletions) {

  public Stores {
    Objects.requireNonNull(transactions, "transactions");
    Objects.requireNonNull(resources, "resources");
    Objects.requireNonNull(reports, "reports");
    Objects.requireNonNull(deletions, "deletions");
  }
}
