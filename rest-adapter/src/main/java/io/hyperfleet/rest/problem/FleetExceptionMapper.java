package io.hyperfleet.rest.problem;

import io.hyperfleet.domain.error.FleetException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers the failures that clients are told about; those of the service itself are logged. */
@Provider
public final class FleetExceptionMapper implements ExceptionMapper<FleetException> {

  @Context HttpServletRequest request;

  @Override
  public Response toResponse(FleetException failure) {
    ProblemDetails problem = ProblemDetails.of(failure, Exchange.of(request));
    if (problem.status() >= 500) {
      FailureLog.write(failure, problem.exchange());
    }
    return problem.response().header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION).build();
  }
}
