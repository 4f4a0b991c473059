package io.hyperfleet.server.api;

import io.hyperfleet.application.AfterCommit;
import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.persistence.connection.UnitOfWork;
import io.hyperfleet.persistence.failure.DatabaseFailures;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Transactions of the server, so that a use case covers every resource it touches. */
final class JtaTransactions implements Transactions {

  private static final Logger LOG = System.getLogger(JtaTransactions.class.getName());

  private final UserTransaction transaction;

  @SuppressWarnings("ThreadLocalUsage") // JTA binds a transaction to its thread, for this object.
  private final ThreadLocal<AfterCommit> running = new ThreadLocal<>();

  JtaTransactions(UserTransaction transaction) {
    this.transaction = transaction;
  }

  @Override
  public <T> T required(RequestContext context, Supplier<T> work) {
    if (running.get() != null) {
      return work.get();
    }
    AfterCommit actions = new AfterCommit();
    running.set(actions);
    T result;
    try {
      // Commit included: before it, the transaction may still ask for its connection.
      result = UnitOfWork.run(() -> inTransaction(work));
    } finally {
      running.remove();
    }
    actions.run();
    return result;
  }

  @Override
  public <T> T reading(RequestContext context, Supplier<T> work) {
    return UnitOfWork.run(work);
  }

  @Override
  public void afterCommit(Runnable action) {
    AfterCommit actions = running.get();
    if (actions == null) {
      AfterCommit.run(action);
    } else {
      actions.add(action);
    }
  }

  private <T> T inTransaction(Supplier<T> work) {
    try {
      transaction.begin();
      T result = attempt(work);
      transaction.commit();
      return result;
    } catch (RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException
        | NotSupportedException
        | SystemException e) {
      RuntimeException failure =
          DatabaseFailures.translate(new IllegalStateException("transaction not completed", e));
      log(failure);
      throw failure;
    }
  }

  private <T> T attempt(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | Error failure) {
      rollback(failure);
      log(failure);
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

  /** Says that nothing was stored; what the cause was is told by whoever answers the request. */
  private static void log(Throwable failure) {
    String type =
        failure instanceof FleetException foreseen
            ? foreseen.code().code()
            : failure.getClass().getSimpleName();
    LOG.log(
        Level.WARNING,
        "Database transaction failed error_type={0} error_message=\"{1}\"",
        type,
        failure instanceof FleetException ? failure.getMessage() : "rolled back");
  }
}
