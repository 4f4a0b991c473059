package io.hyperfleet.domain.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.search.SearchExpression.And;
import io.hyperfleet.domain.search.SearchExpression.Comparison;
import io.hyperfleet.domain.search.SearchExpression.In;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchLimitsTest {

  private static final String TOO_LONG = "search query exceeds maximum length of 4096 characters";

  private static final String TOO_DEEP = "at most 100 brackets, signs and prefixes in each other";

  @Test
  void theLongestSearchHasFourKibibytes() {
    SearchLanguage.parse(named("x".repeat(4089)));

    assertRefused(named("x".repeat(4090)), TOO_LONG);
  }

  @Test
  void bytesCountNotCharacters() {
    SearchLanguage.parse(named("\u00e9".repeat(2044)));

    assertRefused(named("\u00e9".repeat(2045)), TOO_LONG);
    assertRefused(named("\ud83d\ude80".repeat(1023)), TOO_LONG);
  }

  private static String named(String name) {
    return "name='" + name + "'";
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "(", "\0", "1=", "\ud83d"})
  void nothingElseIsSaidOfWhatIsTooLong(String part) {
    assertRefused(part.repeat(65_536), TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name='x'",
        "labels.a is null",
        "id in ['a','b']",
        "name like 'x'",
        "name between 'a' and 'b'",
        "1=1"
      })
  void atMostFiftyComparisonsAreUnderstood(String term) {
    assertThat(SearchLanguage.parse(several(term, 50)))
        .isInstanceOfSatisfying(And.class, all -> assertThat(all.operands()).hasSize(50));
    assertRefused(several(term, 51), "expected at most 50 comparisons");
  }

  @Test
  void whatIsNotSupportedCountsAsWell() {
    assertRefused(several("name ~= 'x'", 50), "unsupported comparison operator: REQ");
    assertRefused(several("name ~= 'x'", 51), "expected at most 50 comparisons");
    assertRefused("name" + " = name".repeat(51), "expected at most 50 comparisons");
  }

  private static String several(String term, int count) {
    return String.join(" and ", Collections.nCopies(count, term));
  }

  @Test
  void theValuesOfOneComparisonDoNotCount() {
    String values = String.join(",", Collections.nCopies(1000, "'x'"));

    assertThat(SearchLanguage.parse("id in [" + values + "]"))
        .isInstanceOfSatisfying(In.class, in -> assertThat(in.values()).hasSize(1000));
  }

  @Test
  void bracketsStandInEachOtherAHundredTimes() {
    assertThat(SearchLanguage.parse(nested("(", "name='x'", ")", 100)))
        .isInstanceOf(Comparison.class);
    assertRefused(nested("(", "name='x'", ")", 101), "position 100: expected " + TOO_DEEP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"not ", "[", "-", "+", "len ", "not (", "all "})
  void soDoPrefixes(String prefix) {
    assertRefused(prefix.repeat(101) + "1", TOO_DEEP);
    assertRefused(prefix.repeat(SearchLanguage.MAX_BYTES / prefix.length()), TOO_DEEP);
  }

  @Test
  void aHundredNegationsAreUnderstood() {
    assertThat(SearchSize.of(SearchLanguage.parse("not ".repeat(100) + "true")).depth())
        .isEqualTo(101);
  }

  @Test
  void whatStandsSideBySideIsNotDeep() {
    SearchLanguage.parse(several("(not (-1 = 1))", 50));
    assertRefused("1" + "+1".repeat(2000), "unsupported comparison operator: ADD");
  }

  private static String nested(String prefix, String content, String suffix, int levels) {
    return prefix.repeat(levels) + content + suffix.repeat(levels);
  }

  private static void assertRefused(String text, String detail) {
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> SearchLanguage.parse(text))
        .withMessageEndingWith(detail);
  }
}
