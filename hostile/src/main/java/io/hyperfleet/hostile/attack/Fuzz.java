package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.shape.FuzzedRequests;
import io.hyperfleet.hostile.wire.RawHttp;

/** Requests that suffered on their way. Where they end is anybody's guess, so all answers count. */
final class Fuzz implements Attack {

  @Override
  public String name() {
    return "fuzz";
  }

  @Override
  public void strike(Choice choice, Ports ports) {
    try (RawHttp connection = RawHttp.to(ports.any(choice))) {
      Judge.everyAnswer(connection.send(FuzzedRequests.next(choice)).sendNoMore());
    }
  }
}
