package io.hyperfleet.rest.problem;

import java.lang.System.Logger.Level;

/** Where the cause of a failure goes that the client is told nothing about. */
public final class FailureLog {

  private static final System.Logger LOG = System.getLogger(FailureLog.class.getName());

  private FailureLog() {}

  public static void write(Throwable failure, Exchange exchange) {
    LOG.log(Level.ERROR, "Request failed request_id=" + exchange.id(), failure);
  }
}
