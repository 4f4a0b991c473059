package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "0s, PT0S",
    "500ms, PT0.5S",
    "2s, PT2S",
    "1m30s, PT1M30S",
    "168h, PT168H",
    "1.5h, PT1H30M",
    ".5s, PT0.5S",
    "250us, PT0.00025S",
    "250µs, PT0.00025S",
    "7ns, PT0.000000007S"
  })
  void readsWhatGoReads(String text, Duration duration) {
    assertThat(GoDuration.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "s", "2 s", "-2s", "2d", "PT2S", "2s3", "x2s", "9999999h"})
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> GoDuration.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT5M, 5m",
    "PT168H, 168h",
    "PT90M, 90m",
    "PT1M30S, 90s",
    "PT0.5S, 500ms",
    "PT1.5S, 1500ms",
    "PT0.0000001S, 1ms"
  })
  void writesOneNumberAndOneUnit(Duration duration, String text) {
    assertThat(GoDuration.format(duration)).isEqualTo(text);
  }
}
