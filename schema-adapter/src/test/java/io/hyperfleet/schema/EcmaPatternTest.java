package io.hyperfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
      b          | abc  | true
      ^b         | abc  | false
      ^$         | ``   | true
      [[]        | [    | true
      [a&&b]     | a    | true
      [a&&b]     | &    | true
      [$]        | $    | true
      [$]        | a    | false
      \\$        | $    | true
      ^[^\\]]+$  | a]   | false
      ^\\d+$     | 12   | true
      """)
  void aPatternIsFoundAnywhereUnlessItIsAnchored(String pattern, String text, boolean found) {
    assertThat(EcmaPattern.compile(pattern).isFoundIn(text)).isEqualTo(found);
  }

  @Test
  void theDollarIsTheEndOfTheTextAndNotOfItsLastLine() {
    assertThat(EcmaPattern.compile("^[a-z]+$").isFoundIn("abc\n")).isFalse();
  }

  @Test
  void aLongTextThatIsReadOnceIsNoTrouble() {
    assertThat(EcmaPattern.compile("^[a-z]*$").isFoundIn("a".repeat(1_000_000))).isTrue();
  }

  @Test
  void aMatchThatWouldTakeForEverIsNone() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(EcmaPattern.compile("^(a|aa)+$").isFoundIn("a".repeat(60) + "b")).isFalse());
  }

  @Test
  void aMatchThatExhaustsTheStackIsNone() {
    assertThat(EcmaPattern.compile("^(a|b)*$").isFoundIn("ab".repeat(1_000_000))).isFalse();
  }
}
