package io.hyperfleet.rest.openapi;

import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.resource.Hrefs;
import io.hyperfleet.rest.metadata.BuildInfo;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The document, and the page that shows it. Both are made once. */
@Path(Hrefs.BASE + "/openapi{ending:(\\.html)?}")
@Singleton
public final class OpenApiEndpoint {

  /** The page needs nothing from anywhere, and asks nobody but this service. */
  private static final String POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final byte[] document;
  private final byte[] page;

  @Inject
  public OpenApiEndpoint(KindCatalogue kinds, BuildInfo build) {
    document = bytes(PublishedDocument.of(kinds, build.version()));
    page = bytes(Template.of("browser.html").with(Map.of("document", Hrefs.BASE + "/openapi")));
  }

  @GET
  public Response get(@PathParam("ending") String ending) {
    return ending.isEmpty()
        ? Response.ok(document, MediaType.APPLICATION_JSON).build()
        : Response.ok(page, MediaType.TEXT_HTML).header("Content-Security-Policy", POLICY).build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
