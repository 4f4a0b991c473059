package io.hyperfleet.rest.resource;

import io.hyperfleet.application.request.Deadline;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.resource.ResourceService;
import io.hyperfleet.domain.caller.Caller;
import io.hyperfleet.domain.caller.TenantScope;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.rest.body.BodyLimit;
import io.hyperfleet.rest.body.BodyReader;
import io.hyperfleet.rest.request.RequestBudget;
import jakarta.inject.Inject;
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
import java.util.Optional;
import java.util.UUID;

/** The routes of clusters. */
@Path("/api/hyperfleet/v1/clusters")
public final class ClustersEndpoint {

  private final ResourceService resources;
  private final BodyReader bodies;
  private final RequestBudget budget;
  private final KindDescriptor kind;

  @Inject
  public ClustersEndpoint(
      ResourceService resources, KindCatalogue kinds, BodyLimit limit, RequestBudget budget) {
    this.resources = resources;
    this.budget = budget;
    this.bodies = new BodyReader(limit);
    this.kind = kinds.ofPlural("clusters").orElseThrow();
  }

  @POST
  public Response create(@HeaderParam(HttpHeaders.CONTENT_LENGTH) String length, InputStream body) {
    ResourceRequest request = ResourceCreateRequest.of(bodies.read(length, body));
    byte[] created = ResourceView.of(resources.create(context(), kind, request));
    return answer(Response.Status.CREATED, created);
  }

  @GET
  public Response list(@Context UriInfo uri) {
    byte[] page = ResourceView.of(resources.list(context(), kind, ListQuery.accept(uri)));
    return answer(Response.Status.OK, page);
  }

  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id) {
    return answer(Response.Status.OK, ResourceView.of(resources.get(context(), kind, id)));
  }

  private RequestContext context() {
    return new RequestContext(
        new UUID(0, 0),
        Caller.SYSTEM,
        TenantScope.NONE,
        Deadline.of(budget.time()),
        Optional.empty());
  }

  private static Response answer(Response.Status status, byte[] json) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .entity(json)
        .build();
  }
}
