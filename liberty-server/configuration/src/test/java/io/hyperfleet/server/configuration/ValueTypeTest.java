package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "8 0", "80.0", "0x50", "0", "-1", "65536", "99999999999999999999"})
  void aPortIsAWholeNumberInItsRange(String text) {
    assertRefused(ValueType.port(), text);
  }

  @Test
  void aNumberIsWrittenWithItsDigitsOnly() {
    assertThat(ValueType.port().read("08080")).isEqualTo("8080");
    assertThat(ValueType.number(1, 200).read("200")).isEqualTo("200");
    assertThat(ValueType.atLeast(1).read("2147483647")).isEqualTo("2147483647");
    assertRefused(ValueType.atLeast(1), "2147483648");
  }

  @ParameterizedTest
  @ValueSource(strings = {"٨٠٨٠", "８０８０", "8०80", "", "8 080", "0x50"})
  void onlyAsciiDigitsAreANumber(String text) {
    assertRefused(ValueType.port(), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "-a", "a-", "http://a", "a/b", "ü"})
  void aHostIsANameOrAnAddress(String text) {
    assertRefused(ValueType.host(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "a", "db-1.example.org", "10.0.0.1", "::1", "fe80::1", "0.0.0.0"})
  void hostsAreTakenAsTheyAre(String text) {
    assertThat(ValueType.host().read(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1a", "a-b", "a.b", "a;drop"})
  void aSchemaNeedsNoQuotes(String text) {
    assertRefused(ValueType.identifier(), text);
  }

  @Test
  void aWordIsOneOfThoseAllowedInThatSpelling() {
    assertThat(ValueType.oneOf("info", "warn").read("warn")).isEqualTo("warn");
    assertRefused(ValueType.oneOf("info", "warn"), "WARN");
  }

  @Test
  void aDurationHasALeastValue() {
    ValueType type = ValueType.duration(Duration.ofSeconds(1));

    assertThat(type.read("1m30s")).isEqualTo("90s");
    assertRefused(type, "999ms");
    assertRefused(type, "577h");
    assertRefused(type, "soon");
  }

  @Test
  void theServerGetsWholeSecondsWhereItCountsThem() {
    assertThat(ValueType.duration(Duration.ZERO).inWholeSeconds().write("1500ms")).isEqualTo("2s");
  }

  @Test
  void theServerHasItsOwnWordsForLevels() {
    ValueType type = ValueType.logLevel();

    assertThat(type.read("warn")).isEqualTo("warn");
    assertThat(type.write("warn")).isEqualTo("warning");
    assertThat(type.write("info")).isEqualTo("info");
  }

  @Test
  void wordsAreCutAtCommas() {
    assertThat(ValueType.words().read(" a, b ,,c")).isEqualTo("a,b,c");
  }

  @Test
  void whatIsOptionalMayBeEmpty() {
    assertThat(ValueType.optional(ValueType.port()).read("")).isEmpty();
    assertRefused(ValueType.optional(ValueType.port()), "x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "t", "T", "true", "TRUE", "True"})
  void goSpellingsOfTrue(String text) {
    assertThat(ValueType.bool().read(text)).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "f", "F", "false", "FALSE", "False"})
  void goSpellingsOfFalse(String text) {
    assertThat(ValueType.bool().read(text)).isEqualTo("false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yes", "on", "2"})
  void nothingElseIsTrueOrFalse(String text) {
    assertRefused(ValueType.bool(), text);
  }

  @Test
  void aRequiredTextIsNotBlank() {
    assertRefused(ValueType.requiredText(), " ");
    assertThat(ValueType.requiredText().read("Fleet DB")).isEqualTo("Fleet DB");
  }

  private static void assertRefused(ValueType type, String text) {
    assertThatThrownBy(() -> type.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
