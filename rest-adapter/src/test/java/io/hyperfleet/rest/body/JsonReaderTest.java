package io.hyperfleet.rest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.rest.body.JsonValue.JsonLiteral;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static String normalised(String json) {
    return JsonWriter.text(JsonReader.read(json)::writeTo);
  }

  private static String refusal(String json) {
    FleetException refused =
        catchThrowableOfType(FleetException.class, () -> JsonReader.read(json));
    assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    return refused.getMessage();
  }

  @Nested
  class Accepted {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "null",
          "true",
          "\"\"",
          "{\"a\":null,\"b\":[true,false,null,{}]}",
          "[0,-0,1.0,1.50,1e2,1E+2,-1.5e-7,9007199254740993,123456789012345678901234567890]",
          "[0.1000000000000000055511151231257827021181583404541015625]",
          "[\"é\",\"\uD83D\uDE00\",\"\\\"\\\\/\"]",
          "{\"\":1}"
        })
    void keepsEveryValueAsItWasSpelled(String json) {
      assertThat(normalised(json)).isEqualTo(json);
    }

    @Test
    void blanksAreDropped() {
      assertThat(normalised(" {\r\n\t\"a\" : [ 1 , 2 ] } \n")).isEqualTo("{\"a\":[1,2]}");
    }

    @Test
    void escapesAreResolvedAndNeededOnesWrittenAgain() {
      assertThat(normalised("[\"\\u00e9\\uD83D\\uDE00\\/\\u001f\\n\"]"))
          .isEqualTo("[\"é\uD83D\uDE00/\\u001F\\n\"]");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            {"a":1,"a":2}                        | {"a":2}
            {"a":1,"b":2,"a":null}               | {"a":null,"b":2}
            {"o":{"x":1,"x":{"y":1,"y":[]}}}     | {"o":{"x":{"y":[]}}}
            [[{"a":{"b":1},"a":{"c":2}}]]        | [[{"a":{"c":2}}]]
            {"a":1,"\\u0061":2}                  | {"a":2}
            """)
    void ofEqualKeysTheLastCountsAtEveryDepth(String sent, String kept) {
      assertThat(normalised(sent)).isEqualTo(kept);
    }

    @Test
    void fiveHundredLevelsAreFine() {
      String deep = "[".repeat(500) + "]".repeat(500);
      assertThat(normalised(deep)).isEqualTo(deep);
    }

    @Test
    void longStringsAndNamesAreFine() {
      String wide = "{\"" + "n".repeat(100_000) + "\":\"" + "v".repeat(1_000_000) + "\"}";
      assertThat(normalised(wide)).isEqualTo(wide);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "9.99e999", "1e-1000", "0e5", "-1.5e500"})
    void numbersThatPostgresqlHoldsAreKept(String number) {
      assertThat(JsonReader.read(number)).isEqualTo(new JsonLiteral(number));
    }

    @Test
    void aThousandDigitsAreKept() {
      String number = "7".repeat(1000);
      assertThat(normalised(number)).isEqualTo(number);
    }
  }

  @Nested
  class NotJson {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " \n\t",
          "{",
          "[1",
          "{\"a\"",
          "{\"a\":}",
          "{a:1}",
          "{'a':1}",
          "[1,]",
          "{\"a\":1,}",
          "[,1]",
          "nul",
          "True",
          "NaN",
          "Infinity",
          "+1",
          "01",
          "1.",
          ".5",
          "1e",
          "0x10",
          "-",
          "\"abc",
          "\"a\nb\"",
          "\"\\x\"",
          "\"\\u12g4\"",
          "{} {}",
          "{}x",
          "{},",
          "null null",
          "/* c */ {}",
          "# c\n{}",
          "\uFEFF{}",
          "]",
          "}",
          "\u0000",
          "[1 2]",
          "{1:2}"
        })
    void isRefusedAsSuch(String text) {
      assertThat(refusal(text)).isEqualTo("Invalid JSON in request body");
    }
  }

  @Nested
  class NotStorable {

    @ParameterizedTest
    @ValueSource(strings = {"\"\\u0000\"", "{\"a\\u0000b\":1}", "[[{\"a\":\"x\\u0000\"}]]"})
    void zeroCharacters(String json) {
      assertThat(refusal(json)).isEqualTo("Request body has the character U+0000 in a string");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "\"\\ud800\"",
          "\"\\udc00\"",
          "\"\\ud800x\"",
          "\"\\udc00\\ud800\"",
          "{\"\\ud83d\":1}",
          "[\"\\ud83d\\ude00\\ude00\"]"
        })
    void unpairedSurrogates(String json) {
      assertThat(refusal(json)).isEqualTo("Request body has an unpaired surrogate in a string");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1e1000",
          "10e999",
          "-1e999999",
          "1e-1001",
          "1.5e-1000",
          "1e99999999999",
          "1e2147483647",
          "1e-2147483647",
          "1e-99999999999"
        })
    void numbersThatWouldComeBackVeryLong(String number) {
      assertThat(refusal("[" + number + "]"))
          .isEqualTo("Request body has a number that is out of range");
    }

    @Test
    void moreLevelsThanTheLimit() {
      assertThat(refusal("[".repeat(501) + "]".repeat(501)))
          .isEqualTo(
              "Request body has more than 500 levels or a number of more than 1000 characters");
    }

    @Test
    void levelsWithoutEnd() {
      assertThatExceptionOfType(FleetException.class)
          .isThrownBy(() -> JsonReader.read("{\"a\":".repeat(200_000)))
          .withMessageContaining("500 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "0."})
    void longerNumbersThanTheLimit(String start) {
      assertThat(refusal(start + "7".repeat(1001))).contains("a number of more than 1000");
    }
  }
}
