package io.hyperfleet.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonWeightTest {

  private static long weight(String text) {
    return JsonWeight.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7               | 1
          []              | 2
          [1,2]           | 3
          {"a":{"b":1}}   | 3
          [{},[],"x"]     | 6
          """)
  void everyValueWeighsAsMuchAsALargeOneAndNoneIsMissed(String json, int values) {
    assertThat(weight(json)).isEqualTo(8L * json.length() + 256L * values);
  }

  @Test
  void aLongStringWeighsLittleMoreThanItsCharacters() {
    assertThat(weight("\"" + "x".repeat(998) + "\"")).isEqualTo(8 * 1000 + 256);
  }

  @Test
  void valuesBeyondTheLimitWeighNothingBecauseTheyAreNotRead() {
    assertThat(weight("[".repeat(500_000))).isEqualTo(8L * 500_000 + 256L * 100_000);
  }
}
