package io.hyperfleet.rest;

import io.hyperfleet.rest.metadata.MetadataEndpoint;
import io.hyperfleet.rest.openapi.OpenApiEndpoint;
import io.hyperfleet.rest.problem.FleetExceptionMapper;
import io.hyperfleet.rest.problem.RoutingFailureMapper;
import io.hyperfleet.rest.problem.UnexpectedFailureMapper;
import io.hyperfleet.rest.request.QueryFilter;
import io.hyperfleet.rest.resource.ResourcesEndpoint;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists what answers over HTTP, so that nothing does by merely being on the class path. */
@ApplicationPath("/")
public class HyperFleetApplication extends Application {

  /**
   * The endpoints as objects: one that is named by its class is looked up again for each request.
   */
  @Override
  @SuppressWarnings("deprecation") // The platform offers nothing in its place.
  public Set<Object> getSingletons() {
    // The runtime makes the application by itself, and injects nothing.
    CDI<Object> beans = CDI.current();
    return Set.of(
        beans.select(MetadataEndpoint.class).get(),
        beans.select(OpenApiEndpoint.class).get(),
        beans.select(ResourcesEndpoint.class).get());
  }

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        QueryFilter.class,
        FleetExceptionMapper.class,
        RoutingFailureMapper.class,
        UnexpectedFailureMapper.class);
  }
}
