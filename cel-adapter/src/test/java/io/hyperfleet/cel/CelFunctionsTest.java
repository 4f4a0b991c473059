package io.hyperfleet.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CelFunctionsTest {

  private final Evaluating evaluating =
      Evaluating.spec(
          """
          {"a": {"b": [10, {"c": "deep"}], "": 7, "0": "zero"}, "none": null, "text": "text",
           "dotted.name": 1, "quote": "\\"\\\\\\n<é>", "million": 1000000, "half": 0.5}""");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          dig(resource, "spec.a.b.0")              | 10
          dig(resource.spec, " a . b . 1 . c ")    | deep
          dig(resource.spec, ".a..b.1.c.")         | deep
          dig(resource.spec, "a.0")                | zero
          dig(resource.spec, "text")               | text
          dig(resource.spec, "text.more") == null  | true
          dig(resource.spec, "a.b.2") == null      | true
          dig(resource.spec, "a.b.-1") == null     | true
          dig(resource.spec, "a.b.x") == null      | true
          dig(resource.spec, "a.b.99999999999") == null | true
          dig(resource.spec, "nothing.at.all") == null | true
          dig(resource.spec, "none") == null       | true
          dig(resource.spec, "none.more") == null  | true
          dig(resource.spec, "dotted.name") == null | true
          dig(resource.spec, "") == resource.spec  | true
          dig(resource.spec, " ") == resource.spec | true
          dig(resource.spec, ".") == resource.spec | true
          dig("text", "") == "text"                | true
          dig([[1, 2], [3]], "1.0")                | 3
          dig({"a": {"b": true}}, "a.b")           | true
          dig(statuses, "0") == null               | true
          """)
  void digFollowsAPathAsFarAsThereIsOne(String expression, String text) {
    assertThat(evaluating.text(expression)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          toJson(null)                       | null
          toJson("a")                        | "a"
          toJson(1)                          | 1
          toJson(1u)                         | 1
          toJson(2.0)                        | 2
          toJson(2.5)                        | 2.5
          toJson(1e20)                       | 100000000000000000000
          toJson(1e21)                       | 1e+21
          toJson(-1.5e22)                    | -1.5e+22
          toJson(0.000001)                   | 0.000001
          toJson(0.0000001)                  | 1e-7
          toJson(0.0)                        | 0
          toJson(resource.spec.million)      | 1000000
          toJson(true)                       | true
          toJson([])                         | []
          toJson([1, "b", [null]])           | [1,"b",[null]]
          toJson({})                         | {}
          toJson({"b": 1, "a": {"c": []}})   | {"a":{"c":[]},"b":1}
          toJson({1: "one"})                 | {"1":"one"}
          toJson(resource.?spec.?half)       | 0.5
          toJson(resource.?spec.?nothing)    | null
          toJson(b"abc")                     | "YWJj"
          toJson(resource.spec.quote)        | "\\"\\\\\\n<é>"
          """)
  void toJsonWritesWhatIsThere(String expression, String text) {
    assertThat(evaluating.text(expression)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "text"                       | text
          ""                           | ``
          dyn(null)                    | ``
          resource.?spec.?nothing      | ``
          resource.?spec.?half         | 0.5
          resource.?spec.?a.?b         | [10,{"c":"deep"}]
          resource.?spec.?a.?b[?1].?c.orValue("no") | deep
          resource.?spec.?a.?b[?2].?c.orValue("no") | no
          resource.?spec.?a.?b[1].?c.orValue("no")  | deep
          resource.?spec.a.b[?0]                    | 10
          resource.spec.a.b[?0].orValue(0.0) + 1.0  | 11
          resource.spec.a[?"0"].orValue("no")       | zero
          [1, 2][?0.5].hasValue()                   | false
          [1, 2][?-1].hasValue()                    | false
          {1: "one"}[?1].orValue("no")              | one
          resource.?spec.?text.?more.hasValue()     | false
          resource.?spec.?none.hasValue()           | true
          resource.?spec.?half.orValue(0.0) + 1.0   | 1.5
          true                         | true
          1 > 2                        | false
          7                            | 7
          7u                           | 7
          7.0                          | 7
          -0.5                         | -0.5
          123456.0                     | 123456
          1234567.0                    | 1.234567e+06
          0.0001                       | 0.0001
          0.00001                      | 1e-05
          0.0                          | 0
          1.0 / 0.0                    | +Inf
          -1.0 / 0.0                   | -Inf
          double("NaN")                | NaN
          string(7.0)                  | 7
          string(resource.spec.million) | 1e+06
          string(7)                    | 7
          string(true)                 | true
          "n=" + string(2.5)           | n=2.5
          [1, 2.0, "x"]                | [1,2,"x"]
          {"a": null}                  | {"a":null}
          b"abc"                       | YWJj
          duration("90s")              | PT1M30S
          timestamp("2026-01-02T03:04:05Z") | 2026-01-02T03:04:05Z
          """)
  void whateverAnExpressionSaysHasAFormAsText(String expression, String text) {
    assertThat(evaluating.text(expression)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "calm".matches("^c.*m$")              | true
          "calm".matches("al")                  | true
          matches("calm", "^x")                 | false
          "10.0.0.1".matches("^([0-9]{1,3}[.]){3}[0-9]{1,3}$") | true
          "a.b".matches("^([a-z]{1,63}[.]){1,10}[a-z]{1,63}$") | true
          "ab12".matches("^[[:alpha:]]+\\\\d{2}$") | true
          "{5}".matches("\\\\Q{5}\\\\E")        | true
          "é".matches("^\\\\p{L}{1}$")          | true
          """)
  void patternsAreThoseOfRe2(String expression, String text) {
    assertThat(evaluating.text(expression)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a{1000}){100}",
        "((((a{100}){100}){100}){100})",
        "(?:(?:a{1,900}){1,900})",
        "(((a{300}b{300}){20}))",
        "\\Q(\\E((a{1000}){1000})",
        "\\Q[\\E((a{1000}){1000})x]",
        "[)]((a{1000}){1000})",
        "[]((]((a{1000}){1000})",
        "[^]((]((a{1000}){1000})",
        "[[:alpha:]]((a{1000}){1000})",
        "\\p{L}((a{1000}){1000})",
        "\\[((a{1000}){1000})",
        "((\\pL{1000}){1000})",
        "((a{1000}){1000}",
        "((a{2}{1000}){1000})",
        "((a{1000,}){1000,})",
        "((\\Qabc\\E{1000}){1000})",
        "((.+{1000}){1000})"
      })
  void aPatternFromOutsideDoesNotFillTheMemory(String pattern) {
    String spec = "{\"pattern\":\"" + pattern.replace("\\", "\\\\") + "\"}";

    assertThatThrownBy(() -> Evaluating.spec(spec).text("'a'.matches(resource.spec.pattern)"))
        .hasMessageContaining(": message expression evaluation failed: a pattern is too large (at");
  }

  @Test
  void aPatternIsNoLongerThanItsLimit() {
    String spec = "{\"pattern\":\"" + "ab".repeat(5001) + "\"}";

    assertThatThrownBy(() -> Evaluating.spec(spec).text("'a'.matches(resource.spec.pattern)"))
        .hasMessageContaining("a pattern is too large");
  }

  @Test
  void jsonOfAMebibyteIsTheMost() {
    Evaluating most = Evaluating.spec("{\"t\":\"" + "é".repeat(524_287) + "\"}");

    assertThat(most.text("toJson(resource.spec.t)")).hasSize(524_289);
    assertThatThrownBy(() -> most.text("toJson([resource.spec.t])"))
        .hasMessageEndingWith(
            ": message expression evaluation failed: JSON of more than 1048576 bytes"
                + " (at character 6)");
  }

  @Test
  void aTreeThatIsTooLongIsNotSaidEither() {
    Evaluating large = Evaluating.spec("{\"t\":\"" + "x".repeat(1_100_000) + "\"}");

    assertThatThrownBy(() -> large.text("resource.spec"))
        .hasMessageEndingWith(
            ": message expression evaluation failed: JSON of more than 1048576 bytes");
    assertThat(large.text("resource.spec.t")).hasSize(1_100_000);
  }

  @Test
  void whatIsNoNumberOfJsonIsAFailure() {
    assertThatThrownBy(() -> evaluating.text("toJson(1.0 / 0.0)"))
        .hasMessageContaining("JSON has no number that is not finite");
  }
}
