package io.hyperfleet.rest.log;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/**
 * One line per answered request, at the level INFO. Bodies and queries are never part of it. It is
 * written past the logging of the platform, which costs more than many a request.
 */
public final class AccessLog {

  /** Asked for the level only, so that one configuration governs every line. */
  private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());

  private static final int LINE_LIMIT = 2048;
  private static final int METHOD_LIMIT = 32;
  private static final int PATH_LIMIT = 1024;
  private static final int ADDRESS_LIMIT = 64;

  private static final ThreadLocal<Line> LINES =
      ThreadLocal.withInitial(() -> new Line(LINE_LIMIT));

  private final LineWriter writer;
  private final InstantSource clock;
  private final TimeOfDay times;

  /** Shows times of day as they are in the given zone. */
  public AccessLog(LineWriter writer, InstantSource clock, ZoneId zone) {
    this.writer = writer;
    this.clock = clock;
    this.times = new TimeOfDay(zone);
  }

  /** What is told about one request. */
  public record Entry(
      String method, String path, int status, long nanos, String requestId, String remoteAddress) {}

  public boolean isOn() {
    return LOG.isLoggable(Level.INFO);
  }

  public void write(Entry entry) {
    Line line =
        LINES
            .get()
            .start()
            .text(times.of(clock.instant()))
            .text(" INFO  HTTP request completed method=")
            .word(entry.method(), METHOD_LIMIT)
            .text(" path=")
            .word(entry.path(), PATH_LIMIT)
            .text(" status_code=")
            .number(entry.status())
            .text(" duration_ms=")
            .number(TimeUnit.NANOSECONDS.toMillis(entry.nanos()))
            .text(" request_id=")
            .text(entry.requestId())
            .text(" remote_addr=")
            .word(entry.remoteAddress(), ADDRESS_LIMIT)
            .end();
    writer.write(line.bytes(), line.length());
  }
}
