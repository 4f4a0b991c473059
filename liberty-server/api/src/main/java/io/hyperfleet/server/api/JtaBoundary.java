package io.hyperfleet.server.api;

import io.hyperfleet.persistence.connection.TransactionBoundary;
import jakarta.persistence.EntityManager;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.Map;

/** Transactions of the server, so that a use case covers every resource it touches. */
final class JtaBoundary implements TransactionBoundary {

  private final UserTransaction transaction;

  JtaBoundary(UserTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public void begin(EntityManager entities) {
    try {
      transaction.begin();
    } catch (NotSupportedException | SystemException e) {
      throw new IllegalStateException("transaction not begun", e);
    }
    entities.joinTransaction();
  }

  @Override
  public void commit(EntityManager entities) {
    try {
      transaction.commit();
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | SystemException e) {
      throw new IllegalStateException("transaction not completed", e);
    }
  }

  @Override
  public void rollback(EntityManager entities) {
    try {
      transaction.rollback();
    } catch (SystemException e) {
      throw new IllegalStateException("transaction not rolled back", e);
    }
  }

  @Override
  public Map<String, Object> properties() {
    return Map.of(
        "jakarta.persistence.transactionType", "JTA",
        "eclipselink.target-server", "WebSphere_Liberty");
  }
}
