package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.shape.OddTargets;
import io.hyperfleet.hostile.wire.RawHttp;

/** Paths that no route has, in methods that routes have. */
final class Targets implements Attack {

  @Override
  public String name() {
    return "targets";
  }

  @Override
  public void strike(Choice choice, Ports ports) {
    try (RawHttp connection = RawHttp.to(ports.any(choice))) {
      String method = choice.one("GET", "HEAD", "DELETE", "TRACE", "OPTIONS");
      Judge.oneAnswer(
          connection.send(method + ' ' + OddTargets.next(choice) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    }
  }
}
