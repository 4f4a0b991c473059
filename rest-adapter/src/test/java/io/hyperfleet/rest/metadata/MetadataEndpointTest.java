package io.hyperfleet.rest.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetadataEndpointTest {

  @Test
  void theBuildIsNamed() {
    Response metadata =
        new MetadataEndpoint(new BuildInfo("1.2.3", "2026-08-21T10:00:00Z")).metadata();
    assertThat(metadata.getStatus()).isEqualTo(200);
    assertThat(metadata.getStringHeaders()).containsOnlyKeys("Content-Type");
    assertThat(metadata.getHeaderString("Content-Type")).isEqualTo("application/json");
    assertThat((byte[]) metadata.getEntity())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(
            """
            {"id":"hyperfleet","kind":"API","href":"/api/hyperfleet","version":"1.2.3",\
            "build_time":"2026-08-21T10:00:00Z"}
            """);
  }
}
