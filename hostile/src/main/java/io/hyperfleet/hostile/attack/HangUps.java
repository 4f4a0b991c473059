package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.wire.RawHttp;

/** Clients that ask for much and go away in the middle of the answer. */
final class HangUps implements Attack {

  @Override
  public String name() {
    return "hang-ups";
  }

  @Override
  public void strike(Choice choice, Ports ports) {
    String request =
        "GET /api/hyperfleet/v1/clusters?size=%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            .formatted(choice.one("100", "20", "3"));
    try (RawHttp connection = RawHttp.to(ports.api())) {
      connection.send(request).read(choice.below(200_000)).reset();
    }
  }
}
