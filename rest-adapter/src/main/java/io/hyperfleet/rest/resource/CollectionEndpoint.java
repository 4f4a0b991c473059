package io.hyperfleet.rest.resource;

import io.hyperfleet.application.page.PageRequest;
import io.hyperfleet.application.request.RequestContext;
import io.hyperfleet.application.resource.ListSelection;
import io.hyperfleet.application.resource.Listing;
import io.hyperfleet.application.resource.ResourceCollection;
import io.hyperfleet.application.resource.ResourcePart;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.PatchRequest;
import io.hyperfleet.domain.resource.RemovalReason;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.ResourceId;
import io.hyperfleet.domain.resource.ResourceRequest;
import io.hyperfleet.domain.status.ReportRequest;
import io.hyperfleet.rest.body.BodyReader;
import io.hyperfleet.rest.body.Refusal;
import io.hyperfleet.rest.problem.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The routes of one collection and of its members, for one request. */
public final class CollectionEndpoint {

  private final ResourceCollection collection;
  private final UseCases uses;
  private final KindCatalogue kinds;
  private final BodyReader bodies;
  private final HttpServletRequest request;
  private final ResourceView view;

  CollectionEndpoint(
      ResourceCollection collection,
      UseCases uses,
      KindCatalogue kinds,
      BodyReader bodies,
      HttpServletRequest request) {
    this.collection = collection;
    this.uses = uses;
    this.kinds = kinds;
    this.bodies = bodies;
    this.request = request;
    this.view = new ResourceView(kinds);
  }

  @POST
  public Response create(InputStream body) {
    // Where any kind may be, the one that is named may have a schema.
    boolean schemaFirst =
        collection.kind().isEmpty()
            || collection.kind().flatMap(KindDescriptor::specSchema).isPresent();
    ResourceRequest wanted =
        ResourceCreateRequest.of(members(body, refusal(schemaFirst)), schemaFirst);
    return answer(
        Response.Status.CREATED, view.of(uses.resources().create(context(), collection, wanted)));
  }

  @GET
  public Response list(@Context UriInfo uri) {
    ListQuery query = ListQuery.of(uri);
    if (collection.equals(ResourceCollection.EVERYTHING)) {
      return list(query.ofEverything(kinds), query, query::selection);
    }
    KindDescriptor kind = collection.kind().orElseThrow();
    return list(collection, query, () -> query.selection(kind));
  }

  private Response list(
      ResourceCollection wanted, ListQuery query, Supplier<ListSelection> selection) {
    Listing found = uses.resources().list(context(), wanted, selection);
    return answer(Response.Status.OK, view.of(found, query));
  }

  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id, @Context UriInfo uri) {
    Optional<FieldSelection> fields = ListQuery.of(uri).fields();
    Set<ResourcePart> parts = fields.map(FieldSelection::parts).orElse(ResourcePart.ALL);
    Resource found = uses.resources().get(context(), collection, id, parts);
    return answer(Response.Status.OK, view.of(found, fields.map(FieldSelection::requireKnown)));
  }

  @PATCH
  @Path("/{id}")
  public Response patch(@PathParam("id") String id, InputStream body) {
    boolean schemaFirst =
        ResourceId.hasShape(id)
            && collection.kind().flatMap(KindDescriptor::specSchema).isPresent();
    PatchRequest wanted = ResourcePatchRequest.of(members(body, refusal(schemaFirst)), schemaFirst);
    return answer(
        Response.Status.OK, view.of(uses.resources().patch(context(), collection, id, wanted)));
  }

  /** What a client sends along is not looked at. */
  @DELETE
  @Path("/{id}")
  public Response delete(@PathParam("id") String id) {
    return answer(
        Response.Status.ACCEPTED, view.of(uses.deletion().delete(context(), collection, id)));
  }

  @POST
  @Path("/{id}/force-delete")
  public void force(@PathParam("id") String id, InputStream body) {
    RemovalReason reason = ForceDeleteRequest.of(members(body, Refusal.BY_FIELDS));
    uses.deletion().force(context(), collection, id, reason);
  }

  @GET
  @Path("/{id}/statuses")
  public Response reports(@PathParam("id") String id, @Context UriInfo uri) {
    PageRequest page = ListQuery.of(uri).paging();
    return answer(
        Response.Status.OK, ReportView.of(uses.reports().list(context(), collection, id, page)));
  }

  @PUT
  @Path("/{id}/statuses")
  public Response report(@PathParam("id") String id, InputStream body) {
    ReportRequest report = StatusReportRequest.of(members(body, Refusal.BY_FIELDS));
    return uses.reports()
        .report(context(), collection, id, report)
        .map(kept -> answer(Response.Status.CREATED, ReportView.of(kept)))
        .orElseGet(() -> Response.noContent().build());
  }

  private static Refusal refusal(boolean schemaFirst) {
    return schemaFirst ? Refusal.BY_SCHEMA : Refusal.BY_FIELDS;
  }

  private Map<String, Document> members(InputStream body, Refusal refusal) {
    BodyReader.requireUnpacked(request.getHeader(HttpHeaders.CONTENT_ENCODING));
    return bodies.read(
        request.getHeader(HttpHeaders.CONTENT_LENGTH), body, context().memory(), refusal);
  }

  /** One level only: a grandchild is found below its parent, not below its parent's. */
  @Path("/{id}/{children}")
  public CollectionEndpoint children(
      @PathParam("id") String id, @PathParam("children") String plural) {
    KindDescriptor parent = collection.kind().orElseThrow(NotFoundException::new);
    KindDescriptor child = kinds.ofPlural(plural).orElseThrow(NotFoundException::new);
    if (collection.owner().isPresent() || !kinds.parentOf(child).equals(Optional.of(parent))) {
      throw new NotFoundException();
    }
    return new CollectionEndpoint(
        ResourceCollection.below(parent, id, child), uses, kinds, bodies, request);
  }

  private RequestContext context() {
    return Exchange.of(request).context();
  }

  private static Response answer(Response.Status status, Object json) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
        .entity(json)
        .build();
  }
}
