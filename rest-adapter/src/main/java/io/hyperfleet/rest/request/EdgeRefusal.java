package io.hyperfleet.rest.request;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.rest.problem.Exchange;
import io.hyperfleet.rest.problem.ProblemDetails;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * What stands before all applications does not let a request through, and leaves it to this one to
 * say so.
 *
 * @param detail what is malformed, or the methods that are allowed
 */
record EdgeRefusal(int status, String detail) {

  static final String STATUS = "io.hyperfleet.refusal.status";
  static final String DETAIL = "io.hyperfleet.refusal.detail";

  static Optional<EdgeRefusal> of(ServletRequest request) {
    Object status = request.getAttribute(STATUS);
    return status == null
        ? Optional.empty()
        : Optional.of(new EdgeRefusal((int) status, (String) request.getAttribute(DETAIL)));
  }

  boolean isForMethod() {
    return status == HttpServletResponse.SC_METHOD_NOT_ALLOWED;
  }

  /** Nobody can tell where the next request would start. */
  boolean endsConnection() {
    return status == HttpServletResponse.SC_BAD_REQUEST;
  }

  ProblemDetails problem(Exchange exchange) {
    return ProblemDetails.of(
        endsConnection()
            ? FleetException.malformed(detail)
            : FleetException.endpointNotFound(exchange.instance()),
        exchange);
  }
}
