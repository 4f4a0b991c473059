package io.hyperfleet.schema;

import static io.hyperfleet.schema.SchemaFixture.problem;
import static io.hyperfleet.schema.SchemaFixture.violation;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of several problems one is told, whatever the order of the members in file and spec. */
class OrderOfChecksTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      {properties: {b: {type: string}, a: {type: string}}}     | {"b":1,"a":1}  | spec.a | value must be a string
      {properties: {b: {type: string}}, additionalProperties: false} | {"b":1,"a":1} | spec | property "a" is unsupported
      {properties: {a: {type: string}}, additionalProperties: false} | {"b":1,"a":1} | spec.a | value must be a string
      {required: [c], properties: {z: {type: string}}}         | {"z":1}        | spec.z | value must be a string
      {required: [c], additionalProperties: false}             | {"z":1}        | spec   | property "z" is unsupported
      {required: [y, c]}                                       | {}             | spec.y | property "y" is missing
      {minProperties: 3, properties: {z: {type: string}}}      | {"z":1}        | spec   | there must be at least 3 properties
      {allOf: [{required: [a]}], properties: {z: {type: string}}} | {"z":1}     | spec   | doesn't match all schemas from "allOf"
      {not: {}, oneOf: [{required: [a]}]}                      | {}             | spec   | Doesn't match schema "not"
      {oneOf: [{required: [a]}], anyOf: [{required: [b]}]}     | {}             | spec   | value doesn't match any schema from "oneOf"
      {anyOf: [{required: [a]}], allOf: [{required: [b]}]}     | {}             | spec   | doesn't match any schema from "anyOf"
      {properties: {a: {enum: [1], type: string}}}             | {"a":true}     | spec.a | value is not one of the allowed values [1]
      {properties: {a: {pattern: b, minLength: 2}}}            | {"a":"a"}      | spec.a | minimum string length is 2
      {properties: {a: {format: uuid, pattern: b}}}            | {"a":"a"}      | spec.a | string doesn't match the regular expression "b"
      {properties: {a: {multipleOf: 2, minimum: 5}}}           | {"a":1}        | spec.a | number must be at least 5
      {properties: {a: {items: {type: string}, minItems: 2}}}  | {"a":[1]}      | spec.a | minimum number of items is 2
      {properties: {a: {items: {type: string}, uniqueItems: true}}} | {"a":[1,1]} | spec.a | duplicate items found
      {properties: {a: {items: {type: string}}}}               | {"a":["",1,[]]} | spec.a.1 | value must be a string
      """)
  void theFirstProblemIsTold(String schema, String spec, String field, String message) {
    assertThat(violation(new SchemaFixture(folder).clusterSpec(schema), spec))
        .isEqualTo(problem(field, message));
  }
}
