package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.shape.FuzzedRequests;
import io.hyperfleet.hostile.wire.RawHttp;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Requests that never come to their end: cut off, dripping, or left lying. */
final class HalfSent implements Attack {

  private static final Duration DRIP = Duration.ofMillis(100);

  @Override
  public String name() {
    return "half-sent";
  }

  @Override
  public void strike(Choice choice, Ports ports) {
    String whole = FuzzedRequests.whole(choice);
    String part = whole.substring(0, choice.below(whole.length()));
    try (RawHttp connection = RawHttp.to(ports.any(choice))) {
      switch (choice.below(4)) {
        case 0 -> connection.send(part).reset();
        case 1 -> Judge.everyAnswer(connection.send(part).sendNoMore());
        case 2 -> Judge.everyAnswer(connection.send(part));
        default -> drip(part, connection);
      }
    }
  }

  private static void drip(String part, RawHttp connection) {
    for (int i = 0; i < Math.min(part.length(), 40); i++) {
      connection.send(part.substring(i, i + 1));
      LockSupport.parkNanos(DRIP.toNanos());
    }
  }
}
