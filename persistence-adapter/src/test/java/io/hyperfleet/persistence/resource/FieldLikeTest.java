package io.hyperfleet.persistence.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldLikeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prod-% | prod-",
        "a_c    | a",
        "%a     | ''",
        "_      | ''",
        "abc    | abc",
        "a\\%b% | a%b",
        "\\a\\\\ | a\\",
        "''     | ''"
      })
  void whatAShapeBeginsWithEndsAtTheFirstCharacterThatStandsForOthers(
      String pattern, String start) {
    assertThat(FieldLike.start(pattern)).isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource({
    "prod-, prod.",
    "az, a{",
    "a\ud7ff, a\ue000",
    "a\uffff, a\ud800\udc00",
    "a\udbff\udfff, b",
    "\udbff\udfff\udbff\udfff, ''"
  })
  void whatIsBehindAStartIsTheNextTextByCodePoints(String start, String behind) {
    assertThat(FieldLike.behind(start)).isEqualTo(behind);
  }
}
