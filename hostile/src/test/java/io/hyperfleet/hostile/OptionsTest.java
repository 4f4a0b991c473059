package io.hyperfleet.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  private static final Path CHECKOUT = Path.of("/checkout");

  @Test
  void everythingCanBeChosen() {
    List<String> words =
        List.of("--first", "--time", "1h", "--seed", "4", "--heap", "1g", "--server", "/dist");

    assertThat(Options.parse(CHECKOUT, words))
        .isEqualTo(new Options(Path.of("/dist"), Duration.ofHours(1), 4, "1g", true));
  }

  @Test
  void theLastBuildIsAttackedForTwoMinutes() {
    Options options = Options.parse(CHECKOUT, List.of());

    assertThat(options.server().startsWith(CHECKOUT)).isTrue();
    assertThat(options.time()).isEqualTo(Duration.ofMinutes(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--time 1", "--time 0s", "--seed x", "--heap 1", "--nothing 1", "--seed"})
  void mistakesAreNamed(String words) {
    assertThatThrownBy(() -> Options.parse(CHECKOUT, List.of(words.split(" ", -1))))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(words.split(" ", -1)[0]);
  }
}
