package io.hyperfleet.rest.request;

import io.hyperfleet.domain.error.FleetException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Refuses a query that cannot be decoded, once it is known that the path leads somewhere. */
@Provider
public final class QueryFilter implements ContainerRequestFilter {

  private static final String UNDECODABLE = QueryFilter.class.getName();

  @Context HttpServletRequest request;

  /** Remembers the query as sent, which is not what the runtime gets to see. */
  static void look(HttpServletRequest request) {
    String query = request.getQueryString();
    if (query != null && !RawUri.isDecodable(query)) {
      request.setAttribute(UNDECODABLE, true);
    }
  }

  @Override
  public void filter(ContainerRequestContext matched) {
    if (request.getAttribute(UNDECODABLE) != null) {
      throw FleetException.invalid("The query is not percent-encoded");
    }
  }
}
