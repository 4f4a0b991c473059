package io.hyperfleet.rest.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class AccessLogTest {

  private static final String ID = "0198c0de-7a11-7c3e-9b1f-3f5d0e9a1c22";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-08-21T10:20:30.999Z"));
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final AccessLog log =
      new AccessLog(new LineWriter(console), now::get, ZoneOffset.ofHours(2));

  private void write(String method, String path, String address) {
    log.write(
        new AccessLog.Entry(method, path, 404, TimeUnit.MICROSECONDS.toNanos(12_999), ID, address));
  }

  private String text() {
    return console.toString(StandardCharsets.US_ASCII);
  }

  @Test
  void aLineTellsWhenWhatAndWhoInThisOrder() {
    write("GET", "/a%20b", "192.0.2.1");

    assertThat(text())
        .isEqualTo(
            "12:20:30 INFO  HTTP request completed method=GET path=/a%20b status_code=404"
                + " duration_ms=12 request_id="
                + ID
                + " remote_addr=192.0.2.1\n");
  }

  @Test
  void theTimeGoesOn() {
    write("GET", "/a", "192.0.2.1");
    now.set(Instant.parse("2026-08-21T22:00:00Z"));
    write("GET", "/a", "192.0.2.1");

    assertThat(text().lines())
        .extracting(line -> line.substring(0, 9))
        .containsExactly("12:20:30 ", "00:00:00 ");
  }

  @Test
  void whatClientsSendCannotForgeALine() {
    write(
        "GET\nX", "/a\r\n10:20:30 INFO  HTTP request completed\u2028\u0085 x=1", "fe80::1%eth0 x");

    assertThat(text().lines())
        .singleElement()
        .asString()
        .contains(" method=GET_X path=/a__10:20:30_INFO__HTTP_request_completed___x=1 status_code=")
        .endsWith(" remote_addr=fe80::1%eth0_x");
  }

  @Test
  void aLineIsBoundedWhateverClientsSend() {
    String endless = "x".repeat(1 << 20);
    write(endless, endless, endless);

    assertThat(text()).hasSizeLessThan(1400).endsWith("...\n");
  }

  @Test
  void theLevelOfTheLogGovernsIt() {
    Logger logger = Logger.getLogger(AccessLog.class.getName());
    logger.setLevel(Level.WARNING);
    assertThat(log.isOn()).isFalse();
    logger.setLevel(Level.INFO);
    assertThat(log.isOn()).isTrue();
    logger.setLevel(null);
  }
}
