package io.hyperfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      b             | abc  | true
      ^b            | abc  | false
      ^$            | ``   | true
      [[]           | [    | true
      [a&&b]        | a    | true
      [a&&b]        | &    | true
      [$]           | $    | true
      [$]           | a    | false
      \\$           | $    | true
      ^[^\\]]+$     | a]   | false
      ^\\d+$        | 12   | true
      ^\\d+$        | ٣    | false
      (?i)^a$       | A    | true
      ^\\pL+$       | é    | true
      ^[[:alpha:]]$ | x    | true
      ^.$           | 😀   | true
      ^\\u00e9$     | é    | true
      [\\u00C0-\\u00FF] | é | true
      ^\\\\u0041$   | \\u0041 | true
      """)
  void aPatternIsFoundAnywhereUnlessItIsAnchored(String pattern, String text, boolean found) {
    assertThat(GoPattern.compile(pattern).isFoundIn(text)).isEqualTo(found);
  }

  @Test
  void theDollarIsTheEndOfTheTextAndNotOfItsLastLine() {
    assertThat(GoPattern.compile("^[a-z]+$").isFoundIn("abc\n")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(?=a)", "(?!a)", "(?<=a)", "(a)\\1", "a++", "\\Ga", "(", "a{1001}", "[b-a]"})
  void whatRe2DoesNotKnowIsRefused(String pattern) {
    assertThatExceptionOfType(PatternSyntaxException.class)
        .isThrownBy(() -> GoPattern.compile(pattern));
  }

  @ParameterizedTest
  @ValueSource(strings = {"^(a|aa)+$", "^(a*)*$", "(a?){50}a{50}b$", "^(a|b|ab)*c$"})
  void noTextMakesAMatchTakeForEver(String pattern) {
    assertThat(GoPattern.compile(pattern).isFoundIn("ab" + "a".repeat(100_000) + "d")).isFalse();
  }

  @Test
  void aTextAsLongAsABodyExhaustsNoStack() {
    assertThat(GoPattern.compile("^(a|b)*$").isFoundIn("ab".repeat(500_000))).isTrue();
  }
}
