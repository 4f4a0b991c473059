package io.hyperfleet.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.json.Document;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonEqualityTest {

  private final JsonEquality equality = new JsonEquality();

  private boolean same(String left, String right) {
    boolean same = equality.sameValue(new Document(left), new Document(right));
    assertThat(equality.sameValue(new Document(right), new Document(left))).isEqualTo(same);
    return same;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1                       | 1.0
          1                       | 1e0
          1                       | 10E-1
          1                       | 0.01e+2
          0                       | -0
          0                       | 0e999999999999
          0                       | 0.000
          -12.50                  | -1250e-2
          1e999999999             | 10e999999998
          1e99999999999           | 0.1e100000000000
          5e-99999999999          | 50e-100000000000
          123456789012345678901e0 | 123456789012345678901.0
          {"a":1,"b":2}           | {"b":2.0, "a":1}
          {"a":{"c":[],"d":{}}}   | { "a" : { "d" : { } , "c" : [ ] } }
          "é/"                    | "\\u00e9\\/"
          "\\ud83d\\ude00"        | "😀"
          [null,true,""]          | [ null , true , "" ]
          """)
  void spellingIsNoDifference(String left, String right) {
    assertThat(same(left, right)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0.1                     | 0.10000000000000000001
          123456789012345678901   | 123456789012345678902
          9007199254740993        | 9007199254740992
          1                       | -1
          1e999999999             | 1e999999998
          1e99999999999           | 1e99999999998
          1                       | "1"
          0                       | false
          null                    | false
          null                    | {}
          {}                      | []
          [1,2]                   | [2,1]
          [1]                     | [1,1]
          {"a":1}                 | {"A":1}
          {"a":null}              | {}
          {"a":1}                 | {"a":1,"b":1}
          "é"                     | "e\\u0301"
          ""                      | " "
          """)
  void anotherValueIsADifference(String left, String right) {
    assertThat(same(left, right)).isFalse();
  }

  @Test
  void namesWithOneHashCostNoMoreThanOthers() {
    String names =
        IntStream.range(0, 1 << 15)
            .mapToObj(
                i -> Integer.toBinaryString(i | 1 << 15).replace("0", "Aa").replace("1", "BB"))
            .map(name -> "\"" + name + "\":0")
            .reduce((all, next) -> next + "," + all)
            .orElseThrow();

    assertThat(same("{" + names + ",\"x\":1}", "{\"x\":1," + names + "}")).isTrue();
  }

  static IntStream seeds() {
    return IntStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void valuesAreSameJustIfTheirModelsAre(int seed) {
    RandomValue random = new RandomValue(new Random(seed));
    Object value = random.value(4);
    Object other = random.changed(value);

    assertThat(same(random.spelled(value), random.spelled(value))).isTrue();
    assertThat(same(random.spelled(value), random.spelled(other))).isEqualTo(value.equals(other));
  }
}
