package io.hyperfleet.schema;

import static io.hyperfleet.schema.SchemaFixture.CLUSTER;
import static io.hyperfleet.schema.SchemaFixture.problem;
import static io.hyperfleet.schema.SchemaFixture.violation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hyperfleet.domain.json.Document;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalReferencesTest {

  @TempDir Path folder;

  private OpenApiSpecSchemas components(String schemas) {
    return new SchemaFixture(folder).components(schemas);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#/components/schemas/Region",
        "#/components/schemas/Alias",
        "#/components/schemas/Deep/properties/a~1b%20c/items",
        "#/components/schemas/Deep/oneOf/1",
        "#/components/schemas/Deep/properties/~01"
      })
  void aReferenceIsWhatItRefersTo(String ref) {
    OpenApiSpecSchemas schemas =
        components(
            """
            ClusterSpec: {properties: {region: {$ref: '%s', minLength: 99}}}
            Region: {type: string}
            Alias: {$ref: '#/components/schemas/Region'}
            Deep:
              oneOf: [{}, {type: string}]
              properties: {a/b c: {items: {type: string}}, '~1': {type: string}}
            """
                .formatted(ref));

    assertThat(violation(schemas, "{\"region\":1}"))
        .isEqualTo(problem("spec.region", "value must be a string"));
    assertThatCode(() -> schemas.check(CLUSTER, new Document("{\"region\":\"r\"}")))
        .doesNotThrowAnyException();
  }

  @Test
  void aReferenceMayLeadOutOfTheSchemas() {
    OpenApiSpecSchemas schemas =
        new SchemaFixture(folder)
            .load(
                """
                openapi: 3.1.0
                info: {title: t, version: '1'}
                paths: {}
                x-parts: {Region: {type: string}}
                components: {schemas: {ClusterSpec: {properties: {a: {$ref: '#/x-parts/Region'}}}}}
                """);

    assertThat(violation(schemas, "{\"a\":1}"))
        .isEqualTo(problem("spec.a", "value must be a string"));
  }

  @Test
  void aTreeRefersToItself() {
    OpenApiSpecSchemas schemas =
        components(
            """
            ClusterSpec:
              type: object
              properties:
                name: {type: string}
                children: {type: array, items: {$ref: '#/components/schemas/ClusterSpec'}}
            """);

    assertThat(violation(schemas, "{\"children\":[{},{\"children\":[{\"name\":1}]}]}"))
        .isEqualTo(problem("spec.children.1.children.0.name", "value must be a string"));
  }

  @Test
  void schemasReferToEachOther() {
    OpenApiSpecSchemas schemas =
        components(
            """
            ClusterSpec: {allOf: [{properties: {a: {$ref: '#/components/schemas/A'}}}]}
            A: {type: object, additionalProperties: {$ref: '#/components/schemas/B'}}
            B: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}
            """);

    assertThat(violation(schemas, "{\"a\":{\"b\":{\"a\":[]}}}"))
        .isEqualTo(problem("spec", "doesn't match all schemas from \"allOf\""));
    assertThatCode(() -> schemas.check(CLUSTER, new Document("{\"a\":{\"b\":{\"a\":{}}}}")))
        .doesNotThrowAnyException();
  }

  @Test
  void anAliasOfYamlIsASchemaLikeAnyOther() {
    OpenApiSpecSchemas schemas =
        components("ClusterSpec: {properties: {a: &text {type: string}, b: *text}}");

    assertThat(violation(schemas, "{\"b\":1}"))
        .isEqualTo(problem("spec.b", "value must be a string"));
  }

  @Nested
  class InADeepSpec {

    private final String spec = "{\"a\":".repeat(499) + "{}" + "}".repeat(499);

    @Test
    void everyLevelIsChecked() {
      OpenApiSpecSchemas schemas =
          components(
              "ClusterSpec: {properties: {a: {$ref: '#/components/schemas/ClusterSpec'}}, not: {maxProperties: 0}}");

      assertThat(violation(schemas, spec))
          .isEqualTo(problem("spec" + ".a".repeat(499), "Doesn't match schema \"not\""));
    }

    @Test
    void aSchemaThatCostsTooMuchStackPerLevelRefuses() {
      OpenApiSpecSchemas schemas =
          components(
              "ClusterSpec: {properties: {a: %s{$ref: '#/components/schemas/ClusterSpec'}%s}}"
                  .formatted("{allOf: [".repeat(200), "]}".repeat(200)));

      assertThat(violation(schemas, spec))
          .isEqualTo(problem("spec", "value is nested too deeply for its schema"));
    }
  }
}
