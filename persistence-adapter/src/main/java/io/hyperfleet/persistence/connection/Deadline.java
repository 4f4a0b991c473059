package io.hyperfleet.persistence.connection;

import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Optional;

/**
 * How long the database may take for one request. The clock starts when the request first asks for
 * a connection, so that a client that sends slowly does not use up the time of the database.
 */
public final class Deadline {

  /** What a cancelled statement says, so that both are the same failure to everybody. */
  static final String CANCELLED = "57014";

  private static final ThreadLocal<Deadline> CURRENT = new ThreadLocal<>();

  private final Duration request;
  private final Duration statement;
  private long started;
  private boolean running;

  private Deadline(Duration request, Duration statement) {
    this.request = request;
    this.statement = statement;
  }

  /**
   * Holds for everything that this thread does from now on.
   *
   * @param request for the wait for a connection and all statements; zero or less for no limit
   * @param statement for each statement; zero or less for no limit
   */
  public static void begin(Duration request, Duration statement) {
    CURRENT.set(new Deadline(request, statement));
  }

  /** Frees this thread of it. */
  public static void end() {
    CURRENT.remove();
  }

  /**
   * What is left for the request; empty if there is no limit. The first question starts the clock.
   */
  static Optional<Duration> ofRequest() throws SQLTimeoutException {
    Deadline deadline = CURRENT.get();
    return deadline == null ? Optional.empty() : deadline.leftOfRequest();
  }

  /** What the next statement may take; empty if there is no limit. */
  static Optional<Duration> ofStatement() throws SQLTimeoutException {
    Deadline deadline = CURRENT.get();
    return deadline == null ? Optional.empty() : deadline.leftOfStatement();
  }

  private Optional<Duration> leftOfStatement() throws SQLTimeoutException {
    Optional<Duration> ofRequest = leftOfRequest();
    if (!isLimit(statement)) {
      return ofRequest;
    }
    return ofRequest.filter(left -> left.compareTo(statement) < 0).or(() -> Optional.of(statement));
  }

  private Optional<Duration> leftOfRequest() throws SQLTimeoutException {
    if (!isLimit(request)) {
      return Optional.empty();
    }
    if (!running) {
      running = true;
      started = System.nanoTime();
    }
    Duration left = request.minusNanos(System.nanoTime() - started);
    if (!isLimit(left)) {
      throw new SQLTimeoutException("the time of the request is over", CANCELLED);
    }
    return Optional.of(left);
  }

  private static boolean isLimit(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }
}
