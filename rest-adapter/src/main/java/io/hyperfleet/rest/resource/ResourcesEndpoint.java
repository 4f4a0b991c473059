package io.hyperfleet.rest.resource;

import io.hyperfleet.application.resource.ResourceCollection;
import io.hyperfleet.application.resource.ResourceDeletion;
import io.hyperfleet.application.resource.ResourceReports;
import io.hyperfleet.application.resource.ResourceService;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.resource.Hrefs;
import io.hyperfleet.rest.body.BodyLimit;
import io.hyperfleet.rest.body.BodyReader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** The way to the collection of each kind in the catalogue, and to the one of everything. */
@Path(Hrefs.BASE)
@Singleton
public final class ResourcesEndpoint {

  private static final String EVERYTHING = "resources";

  private final UseCases uses;
  private final KindCatalogue kinds;
  private final BodyReader bodies;

  /** Whichever request the calling thread handles. */
  @Context HttpServletRequest request;

  @Inject
  public ResourcesEndpoint(
      ResourceService resources,
      ResourceDeletion deletion,
      ResourceReports reports,
      KindCatalogue kinds,
      BodyLimit limit) {
    this.uses = new UseCases(resources, deletion, reports);
    this.kinds = kinds;
    this.bodies = new BodyReader(limit);
  }

  @Path("/{plural}")
  public CollectionEndpoint collection(@PathParam("plural") String plural) {
    ResourceCollection collection =
        plural.equals(EVERYTHING)
            ? ResourceCollection.EVERYTHING
            : kinds
                .ofPlural(plural)
                .map(ResourceCollection::of)
                .orElseThrow(NotFoundException::new);
    return new CollectionEndpoint(collection, uses, kinds, bodies, request);
  }
}
