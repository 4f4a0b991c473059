package io.hyperfleet.rest.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers whatever nobody foresaw, without saying what it was. */
@Provider
public final class UnexpectedFailureMapper implements ExceptionMapper<Throwable> {

  @Context HttpServletRequest request;

  @Override
  public Response toResponse(Throwable failure) {
    Exchange exchange = Exchange.of(request);
    FailureLog.write(failure, exchange);
    return ProblemDetails.unexpected(exchange)
        .response()
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .build();
  }
}
