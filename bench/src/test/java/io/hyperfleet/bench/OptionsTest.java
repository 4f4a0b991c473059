package io.hyperfleet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

  @Test
  void defaultsAreThoseOfTheHelp() {
    Options options = Options.parse(List.of());

    assertThat(options.clusters()).isEqualTo(10_000);
    assertThat(options.warmup()).isEqualTo(Duration.ofMinutes(3));
    assertThat(options.duration()).isEqualTo(Duration.ofSeconds(10));
    assertThat(options.rounds()).isEqualTo(3);
    assertThat(options.starts()).isEqualTo(3);
    assertThat(options.connections()).isEqualTo(8);
    assertThat(options.isJson()).isFalse();
    assertThat(options.server()).isEmpty();
    assertThat(options.databaseUrl()).isEmpty();
    assertThat(options.generator()).isEmpty();
  }

  @Test
  void whatIsGivenWins() {
    Options options =
        Options.parse(
            List.of(
                "--server", "/opt/x", "--warmup", "500ms", "--output", "json", "--rounds", "7"));

    assertThat(options.server()).contains(Path.of("/opt/x"));
    assertThat(options.warmup()).isEqualTo(Duration.ofMillis(500));
    assertThat(options.isJson()).isTrue();
    assertThat(options.rounds()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "--warmup,3",
    "--warmup,0s",
    "--duration,-1s",
    "--rounds,0",
    "--rounds,many",
    "--clusters,19",
    "--connections,99999999999",
    "--generator,ab",
    "--output,xml",
    "--verbose,true"
  })
  void whatMakesNoSenseIsRefusedByName(String name, String value) {
    assertThatThrownBy(() -> Options.parse(List.of(name, value)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(name);
  }

  @Test
  void anOptionWithoutValueIsRefused() {
    assertThatThrownBy(() -> Options.parse(List.of("--rounds")))
        .isInstanceOf(UsageException.class)
        .hasMessage("--rounds needs a value");
  }
}
