package io.hyperfleet.server.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          new PrintStream(bytes, true, UTF_8),
          Clock.fixed(Instant.parse("2026-11-21T10:20:30.999Z"), ZoneOffset.UTC));

  private String printed() {
    return bytes.toString(UTF_8);
  }

  @Test
  void everyLineOfOursHasItsTimeAndLevel() {
    console.info("a");
    console.warn("b");
    console.log(Level.SEVERE, "c");
    console.log(Level.FINE, "d");

    assertThat(printed().lines())
        .containsExactly(
            "10:20:30 INFO  a", "10:20:30 WARN  b", "10:20:30 ERROR c", "10:20:30 DEBUG d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[WARNING ] CWXYZ0001W: something | 10:20:30 WARN  CWXYZ0001W: something",
        "[ERROR   ] CWXYZ0002E: worse | 10:20:30 ERROR CWXYZ0002E: worse",
        "[AUDIT   ] CWXYZ0003A: nothing | 10:20:30 INFO  CWXYZ0003A: nothing",
        "[err] Exception in thread x | 10:20:30 WARN  Exception in thread x",
        "[odd] a | 10:20:30 INFO  a",
        "Launching hyperfleet | 10:20:30 INFO  Launching hyperfleet"
      })
  void linesOfOthersLookTheSame(String line, String shown) {
    console.foreign("INFO ", line);

    assertThat(printed()).isEqualTo(shown + System.lineSeparator());
  }

  @Test
  void emptyLinesAreLeftOut() {
    console.foreign("INFO ", " ");

    assertThat(printed()).isEmpty();
  }

  @Test
  void aStreamIsReadLineByLine() {
    PrintStream stream = new PrintStream(new LineStream(console::info), true, UTF_8);

    stream.print("ü");
    stream.println("b");
    stream.print("c\r\nd");

    assertThat(printed().lines()).containsExactly("10:20:30 INFO  üb", "10:20:30 INFO  c");
  }
}
