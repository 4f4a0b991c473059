package io.hyperfleet.rest;

import io.hyperfleet.rest.metadata.MetadataEndpoint;
import io.hyperfleet.rest.problem.FleetExceptionMapper;
import io.hyperfleet.rest.problem.RoutingFailureMapper;
import io.hyperfleet.rest.problem.UnexpectedFailureMapper;
import io.hyperfleet.rest.resource.ResourcesEndpoint;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists what answers over HTTP, so that nothing does by merely being on the class path. */
@ApplicationPath("/")
public class HyperFleetApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        MetadataEndpoint.class,
        ResourcesEndpoint.class,
        FleetExceptionMapper.class,
        RoutingFailureMapper.class,
        UnexpectedFailureMapper.class);
  }
}
