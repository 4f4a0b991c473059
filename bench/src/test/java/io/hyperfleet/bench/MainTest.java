package io.hyperfleet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path checkout;

  @Test
  void helpIsPrintedAndNothingElseHappens() {
    assertThat(run("--server", "nowhere", "--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Options.HELP);
  }

  @Test
  void aMistakeInTheCommandLineIsCodeTwo() {
    assertThat(run("--rounds", "none")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("bench: --rounds is a number from 1 to 100, not none; --help tells more\n");
  }

  @Test
  void whatIsNotBuiltIsSaidInOneLine() {
    assertThat(run()).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("bench: no server is built: ./mvnw package -DskipTests does it\n");
  }

  @Test
  void aFolderThatHoldsNoServerIsSaidInOneLine() {
    assertThat(run("--server", checkout.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("bench: " + checkout + " holds no distribution");
  }

  private int run(String... arguments) {
    return Main.run(
        checkout,
        Map.of(),
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
