package io.hyperfleet.bench.load;

import java.time.Duration;

/** Sends one request after the other on each of its connections, as fast as the answers come. */
public interface LoadGenerator {

  /** What an answer may count to, so that a run ends whatever the clock says. */
  long MOST_REQUESTS = 1_000_000;

  /** How reports call it. */
  String name();

  /**
   * Runs against a port of this machine.
   *
   * @param duration rounded up to what the generator can do
   */
  Sample run(int port, RequestTemplate request, Duration duration);
}
