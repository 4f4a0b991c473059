package io.hyperfleet.rest.problem;

import io.hyperfleet.domain.error.FleetException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.TreeSet;

/** Answers requests for which the runtime found no method to call. */
@Provider
public final class RoutingFailureMapper implements ExceptionMapper<ClientErrorException> {

  @Context HttpServletRequest request;

  @Override
  public Response toResponse(ClientErrorException failure) {
    if (failure instanceof NotAllowedException) {
      return methodNotAllowed(failure.getResponse());
    }
    Exchange exchange = Exchange.of(request);
    FleetException unknown = FleetException.endpointNotFound(exchange.instance());
    return ProblemDetails.of(unknown, exchange).response().build();
  }

  private static Response methodNotAllowed(Response refusal) {
    TreeSet<String> allowed = new TreeSet<>(refusal.getAllowedMethods());
    allowed.remove(HttpMethod.OPTIONS);
    if (allowed.contains(HttpMethod.GET)) {
      allowed.add(HttpMethod.HEAD);
    }
    return Response.status(Response.Status.METHOD_NOT_ALLOWED)
        .header(HttpHeaders.ALLOW, String.join(", ", allowed))
        .header(HttpHeaders.CONTENT_TYPE, MethodNotAllowed.MEDIA_TYPE)
        .entity(MethodNotAllowed.TEXT)
        .build();
  }
}
