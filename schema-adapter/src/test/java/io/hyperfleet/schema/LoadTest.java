package io.hyperfleet.schema;

import static io.hyperfleet.schema.SchemaFixture.CLUSTER;
import static io.hyperfleet.schema.SchemaFixture.problem;
import static io.hyperfleet.schema.SchemaFixture.violation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.kind.KindFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {

  private static final KindDescriptor UNSPECIFIED = KindFixture.root("Region", "regions").build();

  @TempDir Path folder;

  private SchemaFixture files() {
    return new SchemaFixture(folder);
  }

  /** What is said behind the path of the file. */
  private String complaint(Path file) {
    SchemaFileException failure =
        catchThrowableOfType(
            SchemaFileException.class, () -> OpenApiSpecSchemas.load(file, List.of(CLUSTER)));
    assertThat(failure).hasMessageStartingWith(file.toString()).hasMessageNotContaining("\n");
    return failure.getMessage().substring(file.toString().length());
  }

  @Nested
  class AnyFormOf {

    private static final String JSON =
        """
        {
        \t"openapi": "3.0.3",
        \t"info": {"title": "Provider", "version": "1"},
        \t"paths": {"\\/x": {}},
        \t"components": {"schemas": {"ClusterSpec": {"properties": {"a": {"maximum": 1e1}}}}}
        }
        """;

    @Test
    void json() {
      assertThat(violation(files().load(JSON), "{\"a\":11}"))
          .isEqualTo(problem("spec.a", "number must be at most 10"));
    }

    @Test
    void jsonOnOneLine() {
      String oneLine = JSON.replaceAll("\\s", "");

      assertThat(violation(files().load(oneLine), "{\"a\":11}"))
          .isEqualTo(problem("spec.a", "number must be at most 10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0.0", "3.0", "'3.1'", "3.1.1", "3.2.0-rc1"})
    void openApi3(String version) {
      assertThatCode(
              () ->
                  files()
                      .load(
                          """
                          openapi: %s
                          info: {title: t, version: 1.0}
                          paths: {}
                          components: {schemas: {ClusterSpec: {}}}
                          """
                              .formatted(version)))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aKindWithoutAKnownSchemaTakesAnySpec() {
    OpenApiSpecSchemas schemas = files().clusterSpec("{maxProperties: 0}");
    Document spec = new Document("{\"a\":1}");

    assertThatCode(() -> schemas.check(UNSPECIFIED, spec)).doesNotThrowAnyException();
    assertThatCode(() -> schemas.check(KindFixture.CHANNEL, spec)).doesNotThrowAnyException();
  }

  @Test
  void kindsThatNameNoSchemaNeedNone() {
    Path file = files().write("{openapi: 3.0.0, info: {title: t, version: '1'}, paths: {}}");

    assertThatCode(() -> OpenApiSpecSchemas.load(file, List.of(UNSPECIFIED)))
        .doesNotThrowAnyException();
  }

  @Test
  void aSchemaThatItsKindDoesNotRequireMayBeMissing() {
    OpenApiSpecSchemas schemas =
        OpenApiSpecSchemas.load(
            files().write("{openapi: 3.0.0, info: {title: t, version: '1'}, paths: {}}"),
            List.of(KindFixture.CHANNEL));

    assertThatCode(() -> schemas.check(KindFixture.CHANNEL, new Document("{\"a\":1}")))
        .doesNotThrowAnyException();
  }

  @Nested
  class TheFileIsOfNoUse {

    @Test
    void becauseThereIsNone() {
      assertThat(complaint(folder.resolve("none.yaml")))
          .isEqualTo(
              ": no such file; name the provider's OpenAPI file, or none to accept any spec");
    }

    @Test
    void becauseItIsAFolder() {
      assertThat(complaint(folder))
          .startsWith(": the file cannot be read (")
          .endsWith("; check its path and permissions");
    }

    @Test
    void becauseItIsNotUtf8() throws IOException {
      Path file = folder.resolve("latin1.yaml");
      Files.write(file, "openapi: é".getBytes(StandardCharsets.ISO_8859_1));

      assertThat(complaint(file)).isEqualTo(": the file is not UTF-8; save it as UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
        ``                        | : the file is empty; write an OpenAPI document
        []                        | :1: an OpenAPI document must be an object
        {swagger: '2.0'}          | : not an OpenAPI document: "openapi" is missing; add it
        {openapi: 2.0.0}          | :1: not OpenAPI 3; write a document of version 3.x
        {openapi: 3}              | :1: not OpenAPI 3; write a document of version 3.x
        {openapi: }               | :1: openapi must be a text
        {openapi: 3.0.0, paths: {}} | : not complete: "info" is missing; add it
        {openapi: 3.0.0, info: x}   | :1: info must be an object
        {openapi: 3.0.0, info: {version: 1}} | : info is not complete: "title" is missing; add it
        {openapi: 3.0.0, info: {title: t}}   | : info is not complete: "version" is missing; add it
        {openapi: 3.0.0, info: {title: t, version: 1}} | : not complete: "paths" is missing; add it
        {openapi: 3.0.0, info: {title: t, version: 1}, paths: {}} | : entity kind "Cluster" declares SpecSchemaName "ClusterSpec" but it does not resolve to an existing component in the OpenAPI spec
        {openapi: 3.0.0, info: {title: t, version: 1}, paths: {}, components: 1} | :1: components must be an object
        {openapi: 3.0.0, openapi: 3.0.0} | :1: openapi is there twice; correct the key
        """)
    void becauseItIsNoCompleteDocument(String document, String complaint) {
      assertThat(complaint(files().write(document))).isEqualTo(complaint);
    }

    @Test
    void becauseOfItsSyntaxInThatLine() {
      assertThat(complaint(files().write("openapi: 3.0.0\ninfo: {title: t\npaths: {}\n")))
          .matches(":[34]: .*; correct the syntax");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      {type: strng}             | unknown type "strng"; use one of object, array, string, number, integer, boolean, null
      {type: [string, x]}       | unknown type "x"; use one of object, array, string, number, integer, boolean, null
      {type: {}}                | type must be a list
      {pattern: "("}            | invalid pattern "(" (missing closing )); correct the regular expression
      {pattern: "a(?=b)"}       | invalid pattern "a(?=b)" (invalid or unsupported Perl syntax); correct the regular expression
      {$ref: "#/components/schemas/No"} | $ref "#/components/schemas/No" leads nowhere; refer to something in this file as #/…
      {$ref: "#/openapi/x"}     | $ref "#/openapi/x" leads nowhere; refer to something in this file as #/…
      {$ref: "other.yaml#/A"}   | $ref "other.yaml#/A" leads nowhere; refer to something in this file as #/…
      {$ref: "#/a b"}           | $ref "#/a b" leads nowhere; refer to something in this file as #/…
      {$ref: "#/components/schemas/A/allOf/0"} | a schema must be an object
      {$ref: "#/components/schemas/B"} | the schema refers to itself for the same value; recur below a property or items
      {not: {anyOf: [{$ref: "#/components/schemas/B"}]}} | the schema refers to itself for the same value; recur below a property or items
      {items: 1}                | a schema must be an object
      {properties: []}          | properties must be an object
      {properties: {a: {}, a: {}}} | components.schemas.B.allOf[0].properties.a is there twice; correct the key
      {required: a}             | required must be a list
      {required: [{}]}          | required must be a text
      {minimum: x}              | minimum must be a number
      {minimum: .inf}           | .inf is not a number in JSON; write it in decimals
      {exclusiveMinimum: x}     | exclusiveMinimum must be a number
      {multipleOf: 0}           | multipleOf must be more than 0
      {minLength: -1}           | minLength must be a whole number, 0 or more
      {maxItems: 1.5}           | maxItems must be a whole number, 0 or more
      {uniqueItems: 1}          | uniqueItems must be true or false
      {nullable: x}             | nullable must be true or false
      {enum: 1}                 | enum must be a list
      {enum: &e [*e]}           | an alias stands within the value that it names; correct the syntax
      {additionalProperties: 1} | a schema must be an object
      {allOf: {}}               | allOf must be a list
      """)
  void aFaultOfASchemaIsToldWithItsLine(String schema, String complaint) {
    Path file =
        files()
            .write(
                """
                openapi: 3.0.3
                info: {title: t, version: '1'}
                paths: {}
                components:
                  schemas:
                    ClusterSpec: {}
                    A: {allOf: [1], properties: {}}
                    B:
                      allOf:
                        - %s
                """
                    .replace("[1]", schema.contains("A/allOf") ? "[1]" : "[]")
                    .formatted(schema));

    assertThat(complaint(file)).matches(":\\d+: .*").endsWith(complaint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$dynamicRef",
        "const",
        "contains",
        "dependentRequired",
        "dependentSchemas",
        "else",
        "if",
        "maxContains",
        "minContains",
        "patternProperties",
        "prefixItems",
        "propertyNames",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties"
      })
  void aKeywordThatWouldNotBeCheckedIsToldWithItsLine(String keyword) {
    String schema = "{items: {type: string,\n %s: {}}}".formatted(keyword);

    assertThatExceptionOfType(SchemaFileException.class)
        .isThrownBy(() -> files().clusterSpec(schema))
        .withMessageEndingWith(
            ":7: " + keyword + " is not supported; say it in the keywords of OpenAPI 3.0");
  }

  @Test
  void propertiesMayBeNamedLikeKeywordsThatAreNotChecked() {
    OpenApiSpecSchemas schemas = files().clusterSpec("{properties: {if: {type: string}}}");

    assertThat(violation(schemas, "{\"if\":1}"))
        .isEqualTo(problem("spec.if", "value must be a string"));
  }

  @Test
  void theLineIsThatOfTheFault() {
    Path file =
        files()
            .write(
                """
                openapi: 3.0.3
                info: {title: t, version: '1'}
                paths: {}
                components:
                  schemas:
                    ClusterSpec:
                      properties:
                        region:
                          type: strng
                """);

    assertThat(complaint(file)).startsWith(":9: unknown type \"strng\"; ");
  }
}
