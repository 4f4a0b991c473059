package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.shape.FuzzedRequests;
import io.hyperfleet.hostile.shape.MalformedRequests;
import io.hyperfleet.hostile.wire.Answer;
import io.hyperfleet.hostile.wire.RawHttp;

/** Malformed requests with another one behind them, which must never be one. */
final class Smuggling implements Attack {

  @Override
  public String name() {
    return "smuggling";
  }

  @Override
  public void strike(Choice choice, Ports ports) {
    String request = MalformedRequests.next(choice) + choice.one("", "hello", "0\r\n\r\n");
    try (RawHttp connection = RawHttp.to(ports.any(choice))) {
      connection.send(request + FuzzedRequests.get("/smuggled"));
      Answer answer = Judge.oneAnswer(connection);
      if (answer.status() != 400) {
        throw Judge.finding("taken although malformed: " + answer.start(), connection);
      }
      if (!connection.isClosed()) {
        throw Judge.finding("what followed was answered", connection);
      }
    }
  }
}
