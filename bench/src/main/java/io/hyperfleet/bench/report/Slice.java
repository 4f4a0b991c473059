package io.hyperfleet.bench.report;

import io.hyperfleet.bench.load.Sample;
import java.util.OptionalDouble;

/**
 * One scenario in one round.
 *
 * @param serverSeconds processor time of the server that was asked, nothing if none was
 * @param postgresSeconds that of PostgreSQL, nothing if it runs elsewhere
 */
public record Slice(Sample sample, OptionalDouble serverSeconds, OptionalDouble postgresSeconds) {

  OptionalDouble serverMillisPerRequest() {
    return perRequest(serverSeconds);
  }

  OptionalDouble postgresMillisPerRequest() {
    return perRequest(postgresSeconds);
  }

  private OptionalDouble perRequest(OptionalDouble seconds) {
    return seconds.isPresent() && sample.requests() > 0
        ? OptionalDouble.of(seconds.getAsDouble() * 1000 / sample.requests())
        : OptionalDouble.empty();
  }
}
