package io.hyperfleet.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.json.JsonException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {

  private static JsonValue tree(String json) {
    return JsonReader.tree(new Document(json));
  }

  private static Reason refusal(String json) {
    return catchThrowableOfType(JsonException.class, () -> tree(json)).reason();
  }

  @Test
  void everyTypeIsRead() {
    assertThat(tree("{\"b\": [1.0, \"\\u00e9\", true, false, null], \"a\": {}}"))
        .hasToString("{\"a\":{},\"b\":[1,\"é\",true,false,null]}");
  }

  @Test
  void numbersKeepTheirSpelling() {
    assertThat(((JsonValue.JsonNumber) tree("1.50e0")).text()).isEqualTo("1.50e0");
  }

  @Test
  void ofMembersWithOneNameTheLastCounts() {
    assertThat(tree("{\"a\":1,\"a\":2}")).hasToString("{\"a\":2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1", "nul", "{} {}", "]", "[1,]"})
  void whatIsNoJsonIsRefused(String text) {
    assertThat(refusal(text)).isEqualTo(Reason.NOT_JSON);
  }

  @Test
  void moreThanFiveHundredLevelsAreRefused() {
    String deep = "[".repeat(500) + "]".repeat(500);
    assertThat(tree(deep)).hasToString(deep);
    assertThat(refusal("[" + deep + "]")).isEqualTo(Reason.TOO_DEEP);
  }

  @Test
  void numbersOfMoreThanAThousandDigitsAreRefused() {
    assertThat(refusal("7".repeat(1001))).isEqualTo(Reason.NUMBER_TOO_LONG);
  }
}
