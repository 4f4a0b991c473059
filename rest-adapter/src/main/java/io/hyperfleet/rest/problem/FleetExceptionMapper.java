package io.hyperfleet.rest.problem;

import io.hyperfleet.domain.error.ErrorCategory;
import io.hyperfleet.domain.error.FleetException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.EnumSet;
import java.util.Set;

/** Answers the failures that clients are told about; those of the service itself are logged. */
@Provider
public final class FleetExceptionMapper implements ExceptionMapper<FleetException> {

  /** The least that the header can say; callers who wait longer from time to time do well. */
  private static final int RETRY_AFTER_SECONDS = 1;

  private static final Set<ErrorCategory> WORTH_ANOTHER_ATTEMPT =
      EnumSet.of(ErrorCategory.BUSY, ErrorCategory.OVERLOADED);

  @Context HttpServletRequest request;

  @Override
  public Response toResponse(FleetException failure) {
    ProblemDetails problem = ProblemDetails.of(failure, Exchange.of(request));
    if (problem.status() >= 500) {
      FailureLog.write(failure, problem.exchange());
    }
    Response.ResponseBuilder response =
        problem.response().header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    if (WORTH_ANOTHER_ATTEMPT.contains(failure.category())) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    return response.build();
  }
}
