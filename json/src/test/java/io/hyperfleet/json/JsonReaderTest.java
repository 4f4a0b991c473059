package io.hyperfleet.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.json.JsonException.Reason;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  /** The value as it is handed on. */
  private static String handedOn(String json) {
    return JsonReader.members("{\"v\":" + json + "}").get("v").json();
  }

  private static JsonException refusal(String text) {
    return catchThrowableOfType(JsonException.class, () -> JsonReader.members(text));
  }

  private static void assertRefused(String value, Reason reason, String message) {
    JsonException refusal = refusal("{\"v\":" + value + "}");
    assertThat(refusal).hasMessage(message);
    assertThat(refusal.reason()).isEqualTo(reason);
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
      assertThat(handedOn(json)).isEqualTo(json);
    }

    @Test
    void blanksAreDropped() {
      assertThat(handedOn(" {\r\n\t\"a\" : [ 1 , 2 ] } \n")).isEqualTo("{\"a\":[1,2]}");
    }

    @Test
    void escapesAreResolvedAndNeededOnesWrittenAgain() {
      assertThat(handedOn("[\"\\u00e9\\uD83D\\uDE00\\/\\u001f\\n\"]"))
          .isEqualTo("[\"é\uD83D\uDE00/\\u001F\\n\"]");
    }

    @Test
    void fiveHundredLevelsAreFine() {
      String deep = "[".repeat(499) + "]".repeat(499);
      assertThat(handedOn(deep)).isEqualTo(deep);
    }

    @Test
    void aHundredThousandValuesAreFine() {
      String wide = "[1" + ",1".repeat(99_997) + "]";
      assertThat(handedOn(wide)).isEqualTo(wide);
    }

    @Test
    void oneNameMayStandInManyObjects() {
      String json = "{\"a\":{\"a\":[{\"a\":1,\"A\":2},{\"a\":3}]},\"b\":{\"a\":4}}";
      assertThat(handedOn(json)).isEqualTo(json);
    }

    @Test
    void membersKeepTheirOrder() {
      assertThat(JsonReader.members(" {\"b\": 1 , \"a\": {\"z\":[ ],\"y\":2},\"\\u0063\":\"x\" } "))
          .hasToString(
              "{b=Document[json=1], a=Document[json={\"z\":[],\"y\":2}], c=Document[json=\"x\"]}");
    }

    @Test
    void nullHasNoMembers() {
      assertThat(JsonReader.members(" null ")).isEmpty();
    }

    @Test
    void longStringsAndNamesAreFine() {
      String wide = "{\"" + "n".repeat(100_000) + "\":\"" + "v".repeat(1_000_000) + "\"}";
      assertThat(handedOn(wide)).isEqualTo(wide);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "9.99e999", "1e-1000", "0e5", "-1.5e500"})
    void numbersThatPostgresqlHoldsAreKept(String number) {
      assertThat(handedOn(number)).isEqualTo(number);
    }

    @Test
    void aThousandDigitsAreKept() {
      String number = "7".repeat(1000);
      assertThat(handedOn(number)).isEqualTo(number);
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
      assertThat(refusal(text).reason()).isEqualTo(Reason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[[1,2],{}]", "\"x\"", "1", "true"})
    void otherValuesThanObjectsAreTold(String text) {
      assertThat(refusal(text).reason()).isEqualTo(Reason.NOT_AN_OBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[] x", "[1,]", "null null", "1 2"})
    void anObjectIsMissedOnlyInWhatIsJson(String text) {
      assertThat(refusal(text).reason()).isEqualTo(Reason.NOT_JSON);
    }
  }

  @Nested
  class Refused {

    @ParameterizedTest
    @ValueSource(strings = {"[\"\\u0000\"]", "{\"a\\u0000b\":1}", "[[{\"a\":\"x\\u0000\"}]]"})
    void zeroCharacters(String json) {
      assertRefused(json, Reason.ZERO_CHARACTER, "the character U+0000 in a string");
    }

    @Test
    void butNotInTextsThatHaveRulesOfTheirOwn() {
      assertThat(handedOn("\"a\\u0000b\"")).isEqualTo("\"a\\u0000b\"");
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
      assertRefused(json, Reason.UNPAIRED_SURROGATE, "an unpaired surrogate in a string");
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
      assertRefused(
          "[" + number + "]", Reason.NUMBER_OUT_OF_RANGE, "a number that is out of range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "0.", "1e"})
    void numbersOfMoreThanAThousandDigits(String start) {
      assertRefused(
          start + "7".repeat(1001),
          Reason.NUMBER_TOO_LONG,
          "a number of more than 1000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void moreLevelsThanFiveHundred(String level) {
      assertRefused(level.repeat(500), Reason.TOO_DEEP, "more than 500 levels");
    }

    @Test
    void moreThanAHundredThousandValues() {
      assertRefused("[" + "{},".repeat(100_000), Reason.TOO_MANY_VALUES, "more than 100000 values");
    }

    @Test
    void numbersThatAreTooLongTogetherOnceTheyAreWrittenOut() {
      assertRefused(
          "[" + "1e999,".repeat(1001) + "0]",
          Reason.NUMBER_OUT_OF_RANGE,
          "a number that is out of range");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"a\":1,\"a\":1}",
          "{\"a\":1,\"b\":{\"a\":2},\"a\":3}",
          "{\"a\":1,\"\\u0061\":2}",
          "{\"o\":{\"a\":1,\"b\":[{\"a\":1}],\"a\":{}}}",
          "[{},[{\"a\":{\"b\":1},\"a\":{\"c\":2}}]]"
        })
    void aNameThatStandsTwiceInOneObject(String json) {
      assertRefused(json, Reason.DUPLICATE_NAME, "the member \"a\" twice in one object");
    }

    @Test
    void aNameThatStandsTwiceOutside() {
      assertThat(refusal("{\"spec\":1,\"spec\":{}}").reason()).isEqualTo(Reason.DUPLICATE_NAME);
    }

    @Test
    void aNameThatStandsTwiceAmongMany() {
      String names =
          IntStream.range(0, 50_000)
              .mapToObj(i -> "\"n%d\":0".formatted(i))
              .collect(Collectors.joining(","));
      assertRefused(
          "{" + names + ",\"n0\":1}",
          Reason.DUPLICATE_NAME,
          "the member \"n0\" twice in one object");
    }

    @Test
    void aLongNameIsShownInPart() {
      String name = "\"" + "\uD83D\uDE00".repeat(200) + "\":1";
      assertRefused(
          "{" + name + "," + name + "}",
          Reason.DUPLICATE_NAME,
          "the member \"" + "\uD83D\uDE00".repeat(100) + "\" twice in one object");
    }

    @Test
    void theFirstFaultCounts() {
      assertRefused(
          "[\"\\u0000\",1e5000", Reason.ZERO_CHARACTER, "the character U+0000 in a string");
    }
  }
}
