package io.hyperfleet.simulator.http;

import java.time.Duration;

/** As whom a request is sent. */
public record ClientRole(String userAgent, Duration timeout, RetryRule retries) {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration TIMEOUT_OF_PEOPLE = Duration.ofSeconds(30);

  /** Whoever asks first whether there is a service. Does not ask twice. */
  public static final ClientRole VISITOR =
      new ClientRole("hyperfleet-sentinel/simulated (start)", TIMEOUT, RetryRule.NONE);

  public static final ClientRole ADAPTER =
      new ClientRole("hyperfleet-adapter/simulated", TIMEOUT, RetryRule.ADAPTER);

  /** Whoever creates, changes and deletes. The real one never repeats; this one is to go on. */
  public static final ClientRole OPERATOR =
      new ClientRole("hyperfleet-simulate", TIMEOUT_OF_PEOPLE, RetryRule.ADAPTER);

  /** A Sentinel of that name. */
  public static ClientRole sentinel(String name) {
    return new ClientRole(
        "hyperfleet-sentinel/simulated (%s)".formatted(name), TIMEOUT, RetryRule.SENTINEL);
  }
}
