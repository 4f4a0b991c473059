package io.hyperfleet.simulator.play;

import io.hyperfleet.simulator.fleet.FleetKind;
import io.hyperfleet.simulator.fleet.Listed;
import io.hyperfleet.simulator.fleet.ReadResource;
import io.hyperfleet.simulator.http.Call;
import io.hyperfleet.simulator.http.ClientRole;
import io.hyperfleet.simulator.http.FleetClient;
import io.hyperfleet.simulator.http.Pauses;
import io.hyperfleet.simulator.http.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Looks at all resources of one kind again and again, and publishes an event for each that is due.
 * Tells the fleet what it saw, and makes sure of what it did not see.
 */
public final class Sentinel implements Runnable {

  private final Stage stage;
  private final FleetKind kind;
  private final Duration interval;
  private final PublishRules rules;
  private final Broker broker;
  private final ClientRole role;
  private final FlatList list;
  private final Clock clock = Clock.systemUTC();

  /**
   * One that publishes to that broker.
   *
   * @param interval from the beginning of one look to that of the next
   */
  public Sentinel(
      Stage stage,
      FleetKind kind,
      ListHabits habits,
      Duration interval,
      PublishRules rules,
      Broker broker) {
    this.stage = stage;
    this.kind = kind;
    this.interval = interval;
    this.rules = rules;
    this.broker = broker;
    this.role = ClientRole.sentinel(kind.plural());
    this.list = new FlatList(stage, kind, role, habits);
  }

  /** Ends when its thread is interrupted. */
  @Override
  public void run() {
    try {
      while (true) {
        long started = System.nanoTime();
        look();
        long left = interval.toNanos() - (System.nanoTime() - started);
        Pauses.REAL.pause(Duration.ofNanos(Math.max(0, left)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      stage.complaints().addOwn(e);
    }
  }

  private void look() throws InterruptedException {
    broker.catchUp();
    Map<String, Listed> missing = stage.fleet().listed(kind);
    boolean whole =
        list.read(
            resource -> {
              missing.remove(resource.id());
              meet(resource);
            });
    if (whole) {
      for (Listed listed : missing.values()) {
        makeSure(listed);
      }
    }
  }

  private void meet(ReadResource resource) {
    stage.fleet().seen(resource);
    if (rules.isDue(resource, clock.instant())) {
      broker.publish(Event.of(kind, resource));
    }
  }

  /** Rows that move between pages are missed, so only a 404 proves that a resource is gone. */
  private void makeSure(Listed listed) throws InterruptedException {
    String target = FleetClient.target(listed.href());
    Reply reply = stage.client().send(Call.of(role, "GET", kind.template(), target, 200, 404));
    if (reply.isNotFound() && !stage.fleet().gone(listed.id())) {
      stage
          .complaints()
          .add("%s %s is gone, and nobody deleted it".formatted(kind.wire(), listed.id()));
    }
  }
}
