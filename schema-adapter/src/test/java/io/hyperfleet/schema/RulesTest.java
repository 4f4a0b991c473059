package io.hyperfleet.schema;

import static io.hyperfleet.schema.SchemaFixture.CLUSTER;
import static io.hyperfleet.schema.SchemaFixture.problem;
import static io.hyperfleet.schema.SchemaFixture.violation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.hyperfleet.domain.json.Document;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule at the member {@code x} of the spec: what it refuses and with which words. */
class RulesTest {

  @TempDir Path folder;

  private OpenApiSpecSchemas schemaOfX(String schema) {
    return new SchemaFixture(folder).clusterSpec("{type: object, properties: {x: " + schema + "}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      {type: string}                            | 1                | value must be a string
      {type: number}                            | "1"              | value must be a number
      {type: integer}                           | 1.5              | value must be an integer
      {type: integer}                           | "1"              | value must be an integer
      {type: boolean}                           | 0                | value must be a boolean
      {type: object}                            | []               | value must be an object
      {type: array, items: {}}                  | {}               | value must be an array
      {type: [string, integer]}                 | 1.5              | value must be one of string, integer
      {type: [string, "null"]}                  | 1                | value must be one of string, null
      {type: string}                            | null             | Value is not nullable
      {type: string, nullable: false}           | null             | Value is not nullable
      {}                                        | null             | Value is not nullable
      {nullable: true, type: string}            | 1                | value must be a string
      {enum: [a, 1, true, {b: [1.50]}]}         | "b"              | value is not one of the allowed values ["a",1,true,{"b":[1.5]}]
      {type: string, enum: [a]}                 | 1                | value is not one of the allowed values ["a"]
      {enum: [a, "null"]}                       | null             | value is not one of the allowed values ["a","null"]
      {minLength: 2}                            | "é"              | minimum string length is 2
      {maxLength: 1}                            | "éa"             | maximum string length is 1
      {pattern: "^[a-z]+$"}                     | "a1"             | string doesn't match the regular expression "^[a-z]+$"
      {format: date}                            | "2026-02-30"     | string doesn't match the format "date" (not a date like 2026-01-31)
      {type: integer, format: int32}            | 2147483648       | integer doesn't match the format "int32" (value should be between -2147483648 and 2147483647)
      {type: integer, format: int64}            | 9223372036854775808 | integer doesn't match the format "int64" (value should be between -9223372036854775808 and 9223372036854775807)
      {minimum: 2}                              | 1.999999999999999999999 | number must be at least 2
      {maximum: 0.25}                           | 0.2500000001     | number must be at most 0.25
      {maximum: 1048576}                        | 1048577          | number must be at most 1.048576e+06
      {minimum: 2, exclusiveMinimum: true}      | 2                | number must be more than 2
      {minimum: 2, exclusiveMinimum: true}      | 1                | number must be more than 2
      {minimum: 2, exclusiveMinimum: false}     | 1                | number must be at least 2
      {maximum: 2, exclusiveMaximum: true}      | 2.0              | number must be less than 2
      {exclusiveMinimum: 2}                     | 2                | number must be more than 2
      {exclusiveMaximum: -0.5}                  | -0.5             | number must be less than -0.5
      {multipleOf: 0.1}                         | 0.25             | number must be a multiple of 0.1
      {minItems: 1}                             | []               | minimum number of items is 1
      {maxItems: 1}                             | [1,2]            | maximum number of items is 1
      {uniqueItems: true}                       | [1,"1",{"a":1,"b":[]},1.0] | duplicate items found
      {uniqueItems: true}                       | [{"a":1,"b":2},{"b":2.0,"a":1}] | duplicate items found
      {minProperties: 1}                        | {}               | there must be at least 1 properties
      {maxProperties: 1}                        | {"a":1,"b":2}    | there must be at most 1 properties
      {additionalProperties: false}             | {"a":1}          | property "a" is unsupported
      {anyOf: [{type: string}, {minimum: 5}]}   | 4                | doesn't match any schema from "anyOf"
      {allOf: [{minimum: 1}, {maximum: 3}]}     | 4                | doesn't match all schemas from "allOf"
      {oneOf: [{type: string}, {minimum: 5}]}   | 4                | value doesn't match any schema from "oneOf"
      {oneOf: [{minimum: 1}, {maximum: 0}, {maximum: 9}]} | 4      | value matches more than one schema from "oneOf" (matches schemas at indices [0 2])
      {not: {type: string}}                     | "a"              | Doesn't match schema "not"
      """)
  void aRuleRefuses(String schema, String value, String message) {
    assertThat(violation(schemaOfX(schema), "{\"x\":" + value + "}"))
        .isEqualTo(problem("spec.x", message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      {type: integer}                           | 1.0
      {type: integer}                           | 1e2
      {type: number}                            | 1
      {type: [string, integer]}                 | 1
      {type: [string, "null"]}                  | null
      {type: string, nullable: true}            | null
      {nullable: true, enum: [a]}               | null
      {anyOf: [{type: string}, {nullable: true}]} | null
      {allOf: [{nullable: true}], type: string} | null
      {enum: [1]}                               | 1.00
      {enum: [{a: [1], b: 2}]}                  | {"b":2.0,"a":[1]}
      {enum: []}                                | 1
      {minLength: 1, maxLength: 1}              | "\\ud83d\\ude80"
      {minLength: 2}                            | 1
      {pattern: b}                              | "abc"
      {pattern: "^[a-z]+$"}                     | 1
      {format: date}                            | 1
      {format: somewhere-else}                  | "x"
      {format: int32}                           | 2147483648
      {type: number, format: int32}             | 2147483648
      {type: integer, format: int64}            | 9223372036854775807
      {minimum: 2, maximum: 2}                  | 2.00
      {minimum: 2}                              | "1"
      {multipleOf: 0.1}                         | 0.3
      {multipleOf: 5}                           | 0
      {minItems: 1, maxItems: 1}                | [1]
      {uniqueItems: true}                       | [1,"1",true,"true",null,[1],{"a":1}]
      {uniqueItems: false}                      | [1,1]
      {minProperties: 1, maxProperties: 1}      | {"a":1}
      {required: [a]}                           | {"a":null}
      {required: [a]}                           | []
      {additionalProperties: true}              | {"a":null}
      {type: object}                            | {"a":null}
      {properties: {a: {}}, additionalProperties: false} | {"a":1}
      {not: {type: string}}                     | 1
      {oneOf: [{type: string}, {minimum: 5}]}   | 5
      {description: d, example: 1, default: 2, title: t, readOnly: true, deprecated: true, x-y: {type: z}} | []
      """)
  void aRulePasses(String schema, String value) {
    OpenApiSpecSchemas schemas = schemaOfX(schema);

    assertThatCode(() -> schemas.check(CLUSTER, new Document("{\"x\":" + value + "}")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      {required: [region]}                             | {}            | spec.x.region | property "region" is missing
      {items: {type: string}}                          | ["a",1]       | spec.x.1      | value must be a string
      {items: {properties: {size: {minimum: 1}}}}      | [{"size":0}]  | spec.x.0.size | number must be at least 1
      {items: {required: [size]}}                      | [{}]          | spec.x.0.size | property "size" is missing
      {items: {additionalProperties: false}}           | [{"no":1}]    | spec.x.0      | property "no" is unsupported
      {additionalProperties: {type: string}}           | {"k/v.w":1}   | spec.x.k/v.w  | value must be a string
      {oneOf: [{properties: {a: {type: string}}}]}     | {"a":1}       | spec.x        | value doesn't match any schema from "oneOf"
      {properties: {a: {}}, additionalProperties: {}}  | {"b":null}    | spec.x.b      | Value is not nullable
      """)
  void theFieldLeadsToTheProblem(String schema, String value, String field, String message) {
    assertThat(violation(schemaOfX(schema), "{\"x\":" + value + "}"))
        .isEqualTo(problem(field, message));
  }

  @Test
  void aProblemOfTheSpecAsAWholeHasTheFieldSpec() {
    SchemaFixture files = new SchemaFixture(folder);

    assertThat(violation(files.clusterSpec("{additionalProperties: false}"), "{\"a\":1}"))
        .isEqualTo(problem("spec", "property \"a\" is unsupported"));
    assertThat(violation(files.clusterSpec("{required: [gcp]}"), "{}"))
        .isEqualTo(problem("spec.gcp", "property \"gcp\" is missing"));
  }
}
