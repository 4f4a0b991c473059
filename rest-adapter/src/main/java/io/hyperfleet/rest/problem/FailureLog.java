package io.hyperfleet.rest.problem;

import io.hyperfleet.domain.error.FleetException;
import java.lang.System.Logger.Level;

/** Where the cause of a failure goes that the client is told nothing about. */
public final class FailureLog {

  private static final System.Logger LOG = System.getLogger(FailureLog.class.getName());

  private FailureLog() {}

  /** One line for a failure that was foreseen; for any other also where it came from. */
  public static void write(Throwable failure, Exchange exchange) {
    if (failure instanceof FleetException && failure.getCause() == null) {
      LOG.log(Level.WARNING, failure.getMessage() + " request_id=" + exchange.id());
    } else if (failure instanceof FleetException) {
      LOG.log(Level.ERROR, failure.getCause().getMessage() + " request_id=" + exchange.id());
      LOG.log(Level.DEBUG, "Request failed request_id=" + exchange.id(), failure);
    } else {
      LOG.log(Level.ERROR, "Request failed request_id=" + exchange.id(), failure);
    }
  }
}
