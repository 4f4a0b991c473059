package io.hyperfleet.persistence.connection;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.Map;

/** Transactions that no server coordinates. */
public final class ResourceLocalBoundary implements TransactionBoundary {

  @Override
  public void begin(EntityManager entities) {
    entities.getTransaction().begin();
    // EclipseLink would begin with the first change, and let go what a read before it has locked.
    entities.unwrap(Connection.class);
  }

  @Override
  public void commit(EntityManager entities) {
    entities.getTransaction().commit();
  }

  @Override
  public void rollback(EntityManager entities) {
    entities.getTransaction().rollback();
  }

  @Override
  public Map<String, Object> properties() {
    return Map.of("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
  }
}
