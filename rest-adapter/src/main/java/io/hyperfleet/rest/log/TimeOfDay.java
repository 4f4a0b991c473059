package io.hyperfleet.rest.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Spells the time that a line starts with, once a second. Any number of threads may ask. */
final class TimeOfDay {

  private final DateTimeFormatter format;
  private volatile Second latest = new Second(Long.MIN_VALUE, "");

  TimeOfDay(ZoneId zone) {
    format = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
  }

  String of(Instant time) {
    Second second = latest;
    if (second.epoch() != time.getEpochSecond()) {
      second = new Second(time.getEpochSecond(), format.format(time));
      latest = second;
    }
    return second.text();
  }

  private record Second(long epoch, String text) {}
}
