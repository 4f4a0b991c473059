package io.hyperfleet.simulator.play;

import io.hyperfleet.simulator.fleet.ReadResource;
import io.hyperfleet.simulator.fleet.UnreadableException;
import io.hyperfleet.simulator.http.Call;
import io.hyperfleet.simulator.http.ClientRole;
import io.hyperfleet.simulator.http.FleetClient;
import io.hyperfleet.simulator.http.Reply;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Random;

/** Reads the resource of an event and reports on it. What is gone already is no fault. */
final class Adapter {

  /** Every so many reports the clock of the adapter shows another zone. */
  private static final int ABROAD = 8;

  private static final ZoneOffset ELSEWHERE = ZoneOffset.ofHoursMinutes(5, 30);

  private final String name;
  private final Stage stage;
  private final Random random;
  private final Clock clock = Clock.systemUTC();

  Adapter(String name, Stage stage, Random random) {
    this.name = name;
    this.stage = stage;
    this.random = random;
  }

  void handle(Event event) throws InterruptedException {
    String template = event.kind().template();
    String target = FleetClient.target(event.href());
    Reply read =
        stage.client().send(Call.of(ClientRole.ADAPTER, "GET", template, target, 200, 404));
    if (read.status() == 200) {
      report(event, target, read.body());
    } else if (read.isNotFound()) {
      gone(event);
    }
  }

  private void report(Event event, String target, String body) throws InterruptedException {
    String template = event.kind().template() + "/statuses";
    Call put =
        Call.of(ClientRole.ADAPTER, "PUT", template, target + "/statuses", 200, 201, 204, 404);
    try {
      ReadResource resource = ReadResource.read(body);
      ZoneOffset zone = random.nextInt(ABROAD) == 0 ? ELSEWHERE : ZoneOffset.UTC;
      Reply reply =
          stage
              .client()
              .send(put.with(new StatusReport(name, resource, clock.instant(), zone).json()));
      if (reply.isNotFound()) {
        gone(event);
      }
    } catch (UnreadableException e) {
      stage.complaints().add("GET %s: %s".formatted(event.kind().template(), e.getMessage()));
    }
  }

  private void gone(Event event) {
    if (!stage.fleet().gone(event.id())) {
      stage
          .complaints()
          .add("%s %s is gone, and nobody deleted it".formatted(event.kind().wire(), event.id()));
    }
  }
}
