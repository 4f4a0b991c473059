package io.hyperfleet.server.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

  private final Variables variables =
      new Variables(new Random(1), Instant.parse("2026-08-21T10:00:00.5Z"));

  @Test
  void valuesOfAnyTypeAreFilledInEverywhere() {
    variables.save("a", Json.read("{\"x\":1}"));
    variables.save("b", Json.read("2.50"));

    assertThat(variables.fill(Json.read("[\"{{a}}\",{\"n-{{b}}\":[\"<{{b}}>\"]},1.0]")))
        .hasToString("[{\"x\":1},{\"n-2.50\":[\"<2.50>\"]},1.0]");
  }

  @ParameterizedTest
  @CsvSource({
    "{{now}},2026-08-21T10:00:00Z",
    "{{now-60s}},2026-08-21T09:59:00Z",
    "{{now+7200s}},2026-08-21T12:00:00Z"
  })
  void nowIsTheSecondInWhichTheScenarioStarted(String text, String time) {
    assertThat(variables.fillText(text)).isEqualTo(time);
  }

  @Test
  void everyRunHasAWordOfItsOwn() {
    String other = new Variables(new Random(2), Instant.EPOCH).fillText("{{run}}");

    assertThat(variables.fillText("{{run}}")).matches("[a-z]{8}").isNotEqualTo(other);
  }

  @Test
  void whatNobodySavedHasNoValue() {
    assertThatExceptionOfType(UnknownVariableException.class)
        .isThrownBy(() -> variables.fillText("/{{missing}}"))
        .withMessage("variable missing has no value");
  }

  @ParameterizedTest
  @CsvSource({"$.a[1].b,2", "$['a.b'],3", "$.x,''", "$.a[7],''", "$,'{'"})
  void aPathLeadsToAValueOrNowhere(String path, String start) {
    assertThat(Json.at(Json.read("{\"a\":[1,{\"b\":2}],\"a.b\":3}"), path).toString())
        .startsWith(start);
  }
}
