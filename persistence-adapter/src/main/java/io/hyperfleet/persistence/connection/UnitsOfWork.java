package io.hyperfleet.persistence.connection;

import io.hyperfleet.application.AfterCommit;
import io.hyperfleet.application.Transactions;
import io.hyperfleet.application.request.MemoryShare;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.persistence.failure.DatabaseFailures;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one place that enters units of work on the database, and the one that says what their
 * failures mean. What a unit does with the database it does on one connection, which is free again
 * before the answer is written to a client that may be slow.
 */
public final class UnitsOfWork implements Transactions, AutoCloseable {

  private static final Logger LOG = System.getLogger(UnitsOfWork.class.getName());

  /** Two that are in each other's way get out of it with the second attempt of one of them. */
  private static final int MOST_ATTEMPTS = 3;

  private final DatabasePool pool;
  private final TransactionBoundary boundary;
  private final Duration statementTimeout;
  private final EntityManagerFactory persistence;
  private final DeadlineWatch watch = new DeadlineWatch();

  /**
   * A transaction is bound to its thread by whoever coordinates it, so a unit is bound the same
   * way, for the time of the call that enters it.
   */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<UnitOfWork> current = new ThreadLocal<>();

  /**
   * @param statementTimeout for each statement; zero or less for no limit
   * @param persistence opens the persistence unit on a source of connections, which works within
   *     units of work only
   */
  public UnitsOfWork(
      DatabasePool pool,
      TransactionBoundary boundary,
      Duration statementTimeout,
      Function<UnitDataSource, EntityManagerFactory> persistence) {
    this.pool = pool;
    this.boundary = boundary;
    this.statementTimeout = statementTimeout;
    this.persistence = persistence.apply(new UnitDataSource(this::connection));
  }

  @Override
  public <T> T required(RequestContext context, Supplier<T> work) {
    UnitOfWork running = current.get();
    if (running != null) {
      running.requireTransaction();
      return work.get();
    }
    for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        return transaction(context, work);
      } catch (RuntimeException failure) {
        if (!DatabaseFailures.isDeadlock(failure)) {
          throw failure;
        }
      }
    }
    return transaction(context, work);
  }

  private <T> T transaction(RequestContext context, Supplier<T> work) {
    AfterCommit afterwards = new AfterCommit();
    UnitOfWork unit = unit(context, Optional.of(afterwards));
    T result;
    try {
      result = within(unit, () -> inTransaction(unit, work));
    } catch (RuntimeException failure) {
      RuntimeException translated = translated(failure, unit);
      log(translated);
      throw translated;
    } catch (Error failure) {
      log(failure);
      throw failure;
    }
    afterwards.run();
    return result;
  }

  @Override
  public <T> T reading(RequestContext context, Supplier<T> work) {
    if (current.get() != null) {
      return work.get();
    }
    UnitOfWork first = unit(context, Optional.empty());
    try {
      return within(first, work);
    } catch (RuntimeException failure) {
      if (!broke(first, failure)) {
        throw DatabaseFailures.translate(failure);
      }
      pool.countBroken();
      return readingAgain(context, work);
    }
  }

  private <T> T readingAgain(RequestContext context, Supplier<T> work) {
    UnitOfWork unit = unit(context, Optional.empty());
    try {
      return within(unit, work);
    } catch (RuntimeException failure) {
      throw translated(failure, unit);
    }
  }

  @Override
  public void afterCommit(Runnable action) {
    Optional.ofNullable(current.get())
        .flatMap(UnitOfWork::afterwards)
        .ifPresentOrElse(actions -> actions.add(action), () -> AfterCommit.run(action));
  }

  /** The entity manager of the running unit. */
  public EntityManager entities() {
    return running().entities();
  }

  /** That of the running unit, which must be a transaction. */
  public EntityManager entitiesToChange() {
    running().requireTransaction();
    return entities();
  }

  /** That of the request for which the running unit works. */
  public MemoryShare memory() {
    return running().memory();
  }

  @Override
  public void close() {
    persistence.close();
    watch.close();
  }

  private Connection connection() throws SQLException {
    return running().connection();
  }

  private UnitOfWork running() {
    UnitOfWork running = current.get();
    if (running == null) {
      throw new IllegalStateException("outside of a unit of work");
    }
    return running;
  }

  private UnitOfWork unit(RequestContext context, Optional<AfterCommit> afterwards) {
    TimeLimit limit = new TimeLimit(context.deadline(), statementTimeout);
    return new UnitOfWork(
        pool, watch, limit, context.memory(), persistence::createEntityManager, afterwards);
  }

  private <T> T within(UnitOfWork unit, Supplier<T> work) {
    current.set(unit);
    try {
      unit.requireTime();
      return work.get();
    } finally {
      current.remove();
      unit.end();
    }
  }

  private <T> T inTransaction(UnitOfWork unit, Supplier<T> work) {
    EntityManager entities = unit.entities();
    boundary.begin(entities);
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error failure) {
      rollback(entities, failure);
      throw failure;
    }
    // Within the unit: before its end, the transaction may still ask for its connection.
    boundary.commit(entities);
    return result;
  }

  /** Whatever happens here, the first failure is the one that tells. */
  private void rollback(EntityManager entities, Throwable failure) {
    try {
      boundary.rollback(entities);
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private RuntimeException translated(RuntimeException failure, UnitOfWork unit) {
    if (broke(unit, failure)) {
      pool.countBroken();
    }
    return DatabaseFailures.translate(failure);
  }

  /** Whether the unit had a connection and lost it. */
  private static boolean broke(UnitOfWork unit, RuntimeException failure) {
    return unit.hasConnection() && DatabaseFailures.isUnavailable(failure);
  }

  /** Says that nothing was stored; what the cause was is told by whoever answers the request. */
  private static void log(Throwable failure) {
    String type =
        failure instanceof FleetException foreseen
            ? foreseen.code().code()
            : failure.getClass().getSimpleName();
    LOG.log(
        isRefusal(failure) ? Level.INFO : Level.WARNING,
        "Database transaction failed error_type={0} error_message=\"{1}\"",
        type,
        failure instanceof FleetException ? failure.getMessage() : "rolled back");
  }

  /** Whether it is the request that is at fault, so that there is nothing for an operator to do. */
  private static boolean isRefusal(Throwable failure) {
    return failure instanceof FleetException foreseen
        && switch (foreseen.code().category()) {
          case INVALID, UNPROCESSABLE, TOO_LARGE, UNSUPPORTED, NOT_FOUND, CONFLICT -> true;
          case INTERNAL, BUSY, UNAVAILABLE, OVERLOADED -> false;
        };
  }
}
