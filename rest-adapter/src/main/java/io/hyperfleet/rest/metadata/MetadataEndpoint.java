package io.hyperfleet.rest.metadata;

import io.hyperfleet.json.JsonWriter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The entry page of the API. */
@Path(MetadataEndpoint.PATH)
@Singleton
public final class MetadataEndpoint {

  static final String PATH = "/api/hyperfleet";

  private final byte[] json;

  @Inject
  public MetadataEndpoint(BuildInfo build) {
    json =
        JsonWriter.bytes(
            metadata -> {
              metadata.writeStartObject();
              metadata.writeStringField("id", "hyperfleet");
              metadata.writeStringField("kind", "API");
              metadata.writeStringField("href", PATH);
              metadata.writeStringField("version", build.version());
              metadata.writeStringField("build_time", build.buildTime());
              metadata.writeEndObject();
            });
  }

  @GET
  public Response metadata() {
    return Response.ok(json, MediaType.APPLICATION_JSON).build();
  }
}
