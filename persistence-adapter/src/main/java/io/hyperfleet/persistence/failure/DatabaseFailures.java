package io.hyperfleet.persistence.failure;

import io.hyperfleet.domain.error.FleetException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells from a failure what is wrong with the database, by SQLSTATE. */
public final class DatabaseFailures {

  private static final String UNIQUE_VIOLATION = "23505";

  private static final String DEADLOCK = "40P01";

  /** No connection; refused because of who asks. */
  private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "28");

  /**
   * Shut down by an administrator, after a crash, not yet ready, the database dropped or not there,
   * no connection to spare on the server.
   */
  private static final Set<String> UNAVAILABLE =
      Set.of("57P01", "57P02", "57P03", "57P04", "3D000", "53300");

  /** Some other row forbids it: restricted, refers, is equal, overlaps. */
  private static final Set<String> CONFLICTS = Set.of("23001", "23503", UNIQUE_VIOLATION, "23P01");

  /** Cancelled, by us or by a timeout of the server; no lock; chosen to end a deadlock. */
  private static final Set<String> BUSY = Set.of("57014", "55P03", DEADLOCK, "40001");

  private DatabaseFailures() {}

  /**
   * What to throw in place of {@code failure}: what it means to clients, or the failure itself if
   * that is nothing that they should hear about.
   */
  public static RuntimeException translate(RuntimeException failure) {
    if (failure instanceof FleetException) {
      return failure;
    }
    Optional<PoolExhaustedException> exhausted = exhausted(failure);
    if (exhausted.isPresent()) {
      return FleetException.databaseBusy(DatabaseIncident.exhausted(exhausted.get(), failure));
    }
    String state = state(failure);
    if (BUSY.contains(state)) {
      return FleetException.databaseBusy(incident("Database deadline exceeded", failure));
    }
    if (isUnavailable(failure)) {
      return FleetException.databaseUnavailable(incident("Database connection failed", failure));
    }
    return CONFLICTS.contains(state) ? FleetException.conflicting(failure) : failure;
  }

  /** Whether a unique index refused the statement. */
  public static boolean isUniqueViolation(Throwable failure) {
    return state(failure).equals(UNIQUE_VIOLATION);
  }

  /** Whether the database chose this transaction to end a deadlock, and another one went on. */
  public static boolean isDeadlock(Throwable failure) {
    return state(failure).equals(DEADLOCK);
  }

  /** Whether the database is away, or its connection gone. */
  public static boolean isUnavailable(Throwable failure) {
    return causes(failure).anyMatch(IOException.class::isInstance)
        || root(failure).filter(DatabaseFailures::saysUnavailable).isPresent();
  }

  private static boolean saysUnavailable(SQLException root) {
    // A pool with no connection to spare, although it gives 08001: the database is busy, not away.
    if (root instanceof SQLTransientConnectionException || root.getSQLState() == null) {
      return false;
    }
    String state = root.getSQLState();
    return UNAVAILABLE.contains(state) || UNAVAILABLE_CLASSES.stream().anyMatch(state::startsWith);
  }

  private static DatabaseIncident incident(String event, RuntimeException failure) {
    return DatabaseIncident.of(event, root(failure).map(Throwable.class::cast), failure);
  }

  private static Optional<PoolExhaustedException> exhausted(Throwable failure) {
    return causes(failure)
        .filter(PoolExhaustedException.class::isInstance)
        .map(PoolExhaustedException.class::cast)
        .findFirst();
  }

  private static String state(Throwable failure) {
    return root(failure).map(SQLException::getSQLState).orElse("");
  }

  /** The innermost one; those around it may carry a state of their own. */
  private static Optional<SQLException> root(Throwable failure) {
    return causes(failure)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .reduce((outer, inner) -> inner);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
