package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  @ParameterizedTest
  @CsvSource({
    "2026-08-21T10:00:00Z, 2026-08-21T10:00:00Z",
    "2026-08-21T12:00:00+02:00, 2026-08-21T10:00:00Z",
    "2026-08-21T05:30:00.5-04:30, 2026-08-21T10:00:00.500Z",
    "2026-08-21T10:00:00.1234567891234Z, 2026-08-21T10:00:00.123456789Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
  })
  void aTimeMayHaveDecimalsAndAnOffset(String text, Instant time) {
    assertThat(Rfc3339.parse(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2026-08-21",
        "2026-08-21T10:00Z",
        "2026-08-21T10:00:00",
        "2026-08-21 10:00:00Z",
        "2026-08-21t10:00:00z",
        "2026-13-21T10:00:00Z",
        "2026-02-30T10:00:00Z",
        "2026-08-21T24:00:01Z",
        "2026-08-21T10:00:00.Z",
        "2026-08-21T10:00:00+0200",
        "+12026-08-21T10:00:00Z"
      })
  void everythingElseIsNone(String text) {
    assertThat(Rfc3339.parse(text)).isEmpty();
  }

  @Test
  void neitherAreDecimalsWithoutEnd() {
    assertThat(Rfc3339.parse("2026-08-21T10:00:00." + "1".repeat(100_000) + "Z")).isEmpty();
  }
}
