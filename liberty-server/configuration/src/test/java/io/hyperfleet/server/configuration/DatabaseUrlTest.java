package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:p@db.example:5433/Fleet?sslmode=require",
        "postgres://u:p@db.example:5433/Fleet?sslmode=require",
        "jdbc:postgresql://db.example:5433/Fleet?user=u&password=p&sslmode=require"
      })
  void everySpellingSaysTheSame(String url) {
    assertThat(DatabaseUrl.parse(url))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "database.host", "db.example",
                "database.port", "5433",
                "database.name", "Fleet",
                "database.username", "u",
                "database.password", "p",
                "database.ssl.mode", "require"));
  }

  @Test
  void whatIsLeftOutStaysOpen() {
    assertThat(DatabaseUrl.parse("postgresql://db"))
        .containsExactly(Map.entry("database.host", "db"));
    assertThat(DatabaseUrl.parse("postgresql:///n"))
        .containsExactly(Map.entry("database.name", "n"));
    assertThat(DatabaseUrl.parse("postgresql://u@/n"))
        .containsExactly(Map.entry("database.name", "n"), Map.entry("database.username", "u"));
  }

  @Test
  void percentSignsAreDecodedAndPlusSignsAreNot() {
    assertThat(DatabaseUrl.parse("postgresql://a%20b:p%40s%2Fs+%25@h/n%C3%A9"))
        .containsEntry("database.username", "a b")
        .containsEntry("database.password", "p@s/s+%")
        .containsEntry("database.name", "né");
  }

  @Test
  void aPasswordMayHoldAnAtSignAndAColon() {
    assertThat(DatabaseUrl.parse("postgresql://u:p@s:s@h"))
        .containsEntry("database.password", "p@s:s")
        .containsEntry("database.host", "h");
  }

  @Test
  void anAddressOfVersion6LosesItsBrackets() {
    assertThat(DatabaseUrl.parse("postgresql://[::1]:5433/n"))
        .containsEntry("database.host", "::1")
        .containsEntry("database.port", "5433");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mysql://h/n",
        "h:5432/n",
        "postgresql:n",
        "postgresql://h1,h2/n",
        "postgresql://h/n?connect_timeout=1",
        "postgresql://h/n?sslmode",
        "postgresql://u:%zz@h"
      })
  void refusesWhatItWouldHaveToGuess(String url) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url)).isInstanceOf(IllegalArgumentException.class);
  }
}
