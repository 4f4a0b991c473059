package io.hyperfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Provider files for tests, below a folder that the test brings. */
record SchemaFixture(Path folder) {

  static final KindDescriptor CLUSTER = KindFixture.CLUSTER;

  /** A file whose one schema is that of clusters. */
  OpenApiSpecSchemas clusterSpec(String schema) {
    return components("{ClusterSpec: " + schema + "}");
  }

  OpenApiSpecSchemas components(String schemas) {
    return load(
        """
        openapi: 3.0.3
        info: {title: Provider, version: 1.0.0}
        paths: {}
        components:
          schemas:
        """
            + schemas.indent(4));
  }

  OpenApiSpecSchemas load(String document) {
    return OpenApiSpecSchemas.load(write(document), List.of(CLUSTER));
  }

  Path write(String document) {
    try {
      return Files.writeString(folder.resolve("provider.yaml"), document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one violation of a spec that is refused. */
  static Violation violation(OpenApiSpecSchemas schemas, String spec) {
    FleetException refusal =
        catchThrowableOfType(
            FleetException.class, () -> schemas.check(CLUSTER, new Document(spec)));
    assertThat(refusal).as("refusal of %s", spec).hasMessage("Invalid ClusterSpec");
    assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION);
    assertThat(refusal.violations()).hasSize(1);
    return refusal.violations().get(0);
  }

  static Violation problem(String field, String message) {
    return new Violation(field, message);
  }
}
