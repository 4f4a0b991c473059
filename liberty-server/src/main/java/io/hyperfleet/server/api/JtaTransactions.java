package io.hyperfleet.server.api;

import io.hyperfleet.application.Transactions;
import io.hyperfleet.persistence.failure.DatabaseFailures;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;

/** Transactions of the server, so that a use case covers every resource it touches. */
final class JtaTransactions implements Transactions {

  private final UserTransaction transaction;

  JtaTransactions(UserTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public <T> T required(Supplier<T> work) {
    try {
      if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
        return work.get();
      }
      transaction.begin();
      T result = attempt(work);
      transaction.commit();
      return result;
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | NotSupportedException
        | SystemException e) {
      throw DatabaseFailures.translate(new IllegalStateException("transaction not completed", e));
    }
  }

  private <T> T attempt(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error failure) {
      rollback(failure);
      throw failure;
    }
  }

  /** Whatever happens here, the first failure is the one that tells. */
  private void rollback(Throwable failure) {
    try {
      transaction.rollback();
    } catch (SystemException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }
}
