package io.hyperfleet.simulator.play;

import io.hyperfleet.simulator.fleet.ReadCondition;
import io.hyperfleet.simulator.fleet.ReadResource;
import java.time.Duration;
import java.time.Instant;

/**
 * When Sentinel publishes an event: the expressions that the real one has by default.
 *
 * @param drift after this time what is reconciled is looked at again
 * @param debounce after this time what is not reconciled is
 */
public record PublishRules(Duration drift, Duration debounce) {

  boolean isDue(ReadResource resource, Instant now) {
    return resource
        .reconciled()
        .map(it -> isBehind(resource, it) || isOld(it, now))
        // No condition reads as one that was never updated, at generation zero.
        .orElse(true);
  }

  private static boolean isBehind(ReadResource resource, ReadCondition reconciled) {
    return resource.generation() > reconciled.observedGeneration();
  }

  private boolean isOld(ReadCondition reconciled, Instant now) {
    Duration limit = reconciled.isTrue() ? drift : debounce;
    return Duration.between(reconciled.lastUpdated(), now).compareTo(limit) > 0;
  }
}
