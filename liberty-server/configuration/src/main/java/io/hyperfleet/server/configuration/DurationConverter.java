package io.hyperfleet.server.configuration;

import java.io.Serial;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** Lets MicroProfile Config read the durations that operators write. */
public final class DurationConverter implements Converter<Duration> {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  public Duration convert(String value) {
    return GoDuration.parse(value);
  }
}
