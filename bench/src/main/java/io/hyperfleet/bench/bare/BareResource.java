package io.hyperfleet.bench.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The same answer through Jakarta REST. */
@Path("resource")
public class BareResource {

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String answer() {
    return BareServlet.JSON;
  }
}
