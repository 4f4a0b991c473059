package io.hyperfleet.rest.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleHandlerTest {

  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final ConsoleHandler handler =
      new ConsoleHandler(new LineWriter(console), ZoneOffset.UTC);

  private String publish(Level level, String message, Throwable thrown, Object... parameters) {
    LogRecord entry = new LogRecord(level, message);
    entry.setInstant(Instant.parse("2026-08-21T10:20:30.123Z"));
    entry.setThrown(thrown);
    entry.setParameters(parameters);
    handler.publish(entry);
    return console.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "SEVERE,'ERROR '",
    "WARNING,'WARN  '",
    "INFO,'INFO  '",
    "CONFIG,'DEBUG '",
    "FINE,'DEBUG '"
  })
  void aLineStartsWithTimeAndLevel(String level, String shown) {
    assertThat(publish(Level.parse(level), "ready in {0} s", null, 3))
        .isEqualTo("10:20:30 " + shown + "ready in 3 s\n");
  }

  @Test
  void aMessageIsOneLine() {
    assertThat(publish(Level.INFO, "a\r\n10:20:30 INFO  forged\u2028b\u0085c\u001bd\u00e9", null))
        .isEqualTo("10:20:30 INFO  a 10:20:30 INFO  forged b c d\u00e9\n");
  }

  @Test
  void causesAndPlacesAreIndentedWhateverTheirMessagesAre() {
    Throwable cause = new IllegalArgumentException("deep");
    String text =
        publish(Level.SEVERE, "failed", new IllegalStateException("a\n10:20:30 INFO  b", cause));

    assertThat(text.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    "));
    assertThat(text)
        .startsWith(
            "10:20:30 ERROR failed\n    java.lang.IllegalStateException: a 10:20:30 INFO  b\n"
                + "        at io.hyperfleet.rest.log.ConsoleHandlerTest.")
        .contains("\n    java.lang.IllegalArgumentException: deep\n        at ");
  }

  @Test
  void causesThatGoInACircleEnd() {
    IllegalStateException first = new IllegalStateException("first");
    first.initCause(new IllegalStateException("second", first));

    assertThat(publish(Level.SEVERE, "failed", first)).hasSizeLessThanOrEqualTo(16 * 1024);
  }

  @Test
  void anEntryIsBounded() {
    assertThat(publish(Level.INFO, "x".repeat(1 << 20), null)).hasSize(16 * 1024).endsWith("x\n");
  }

  @Test
  void aHandlerMayBeToldToLeaveSomethingOut() {
    handler.setLevel(Level.WARNING);

    assertThat(publish(Level.INFO, "ready", null)).isEmpty();
  }
}
