package io.hyperfleet.rest.resource;

import io.hyperfleet.application.resource.ResourceService;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.rest.body.BodyLimit;
import io.hyperfleet.rest.body.BodyReader;
import io.hyperfleet.rest.problem.Exchange;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** The routes of clusters. */
@Path("/api/hyperfleet/v1/clusters")
public final class ClustersEndpoint {

  private final ResourceService resources;
  private final BodyReader bodies;
  private final KindDescriptor kind;

  @Inject
  public ClustersEndpoint(ResourceService resources, KindCatalogue kinds, BodyLimit limit) {
    this.resources = resources;
    this.bodies = new BodyReader(limit);
    this.kind = kinds.ofPlural("clusters").orElseThrow();
  }

  @POST
  public Response create(
      @HeaderParam(HttpHeaders.CONTENT_LENGTH) String length,
      InputStream body,
      @Context HttpServletRequest http) {
    ResourceRequest request = ResourceCreateRequest.of(bodies.read(length, body));
    byte[] created = ResourceView.of(resources.create(Exchange.of(http).context(), kind, request));
    return answer(Response.Status.CREATED, created);
  }

  @GET
  public Response list(@Context UriInfo uri, @Context HttpServletRequest http) {
    byte[] page =
        ResourceView.of(resources.list(Exchange.of(http).context(), kind, ListQuery.accept(uri)));
    return answer(Response.Status.OK, page);
  }

  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id, @Context HttpServletRequest http) {
    return answer(
        Response.Status.OK, ResourceView.of(resources.get(Exchange.of(http).context(), kind, id)));
  }

  private static Response answer(Response.Status status, byte[] json) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .entity(json)
        .build();
  }
}
