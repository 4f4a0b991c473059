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
  private static final String CONNECTION_EXCEPTION_CLASS = "08";

  /** Shut down by an administrator, after a crash, or not yet ready. */
  private static final Set<String> SERVER_IS_AWAY = Set.of("57P01", "57P02", "57P03");

  private DatabaseFailures() {}

  /**
   * What to throw in place of {@code failure}: that the database is unavailable if that is the
   * reason, else the failure itself.
   */
  public static RuntimeException translate(RuntimeException failure) {
    if (failure instanceof FleetException || !isUnavailable(failure)) {
      return failure;
    }
    return FleetException.databaseUnavailable(failure);
  }

  /** Whether a unique index refused the statement. */
  public static boolean isUniqueViolation(Throwable failure) {
    return root(failure)
        .map(SQLException::getSQLState)
        .filter(UNIQUE_VIOLATION::equals)
        .isPresent();
  }

  /** Whether the database is away, or its connection gone. */
  public static boolean isUnavailable(Throwable failure) {
    return causes(failure).anyMatch(IOException.class::isInstance)
        || root(failure).filter(DatabaseFailures::saysUnavailable).isPresent();
  }

  private static boolean saysUnavailable(SQLException root) {
    // A pool with no connection to spare, although it gives 08001: the database is busy, not away.
    if (root instanceof SQLTransientConnectionException) {
      return false;
    }
    String state = root.getSQLState();
    return state != null
        && (state.startsWith(CONNECTION_EXCEPTION_CLASS) || SERVER_IS_AWAY.contains(state));
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
