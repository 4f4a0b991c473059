package io.hyperfleet.persistence.connection;

import io.hyperfleet.application.request.Deadline;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Optional;

/**
 * How long the database may take in one unit of work.
 *
 * @param request for the wait for a connection and all statements
 * @param statement for each statement; zero or less for no limit
 */
record TimeLimit(Deadline request, Duration statement) {

  /** What a cancelled statement says, so that both are the same failure to everybody. */
  private static final String CANCELLED = "57014";

  /** What is left of the request; empty if it has no limit. */
  Optional<Duration> left() throws SQLTimeoutException {
    Optional<Duration> left = request.left();
    if (left.isPresent() && !isLimit(left.get())) {
      throw new SQLTimeoutException("the time of the request is over", CANCELLED);
    }
    return left;
  }

  /** What the next statement may take; empty if there is no limit. */
  Optional<Duration> ofNextStatement() throws SQLTimeoutException {
    Optional<Duration> left = left();
    if (!isLimit(statement)) {
      return left;
    }
    return left.filter(time -> time.compareTo(statement) < 0).or(() -> Optional.of(statement));
  }

  private static boolean isLimit(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }
}
