package io.hyperfleet.simulator.play;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hyperfleet.simulator.fleet.FleetKind;
import io.hyperfleet.simulator.fleet.ReadPage;
import io.hyperfleet.simulator.fleet.ReadResource;
import io.hyperfleet.simulator.fleet.UnreadableException;
import io.hyperfleet.simulator.http.Call;
import io.hyperfleet.simulator.http.ClientRole;
import io.hyperfleet.simulator.http.Reply;
import java.net.URLEncoder;
import java.util.function.Consumer;

/**
 * The list of all resources of a kind, read page after page as Sentinel does. Shows those of this
 * run, also where others are in between.
 */
final class FlatList {

  private final Stage stage;
  private final FleetKind kind;
  private final ClientRole role;
  private final ListHabits habits;

  FlatList(Stage stage, FleetKind kind, ClientRole role, ListHabits habits) {
    this.stage = stage;
    this.kind = kind;
    this.role = role;
    this.habits = habits;
  }

  /** Whether it could be read to its end. Shows a row twice that moves while it reads. */
  boolean read(Consumer<ReadResource> visitor) throws InterruptedException {
    int collected = 0;
    for (int number = 1; ; number++) {
      Reply reply = stage.client().send(Call.of(role, "GET", kind.flat(), target(number), 200));
      if (reply.status() != 200) {
        return false;
      }
      try {
        ReadPage page = ReadPage.read(reply.body());
        page.items().stream().filter(stage.names()::isOurs).forEach(visitor);
        collected += page.items().size();
        if (page.items().isEmpty() || collected >= page.total()) {
          return true;
        }
      } catch (UnreadableException e) {
        stage.complaints().add("GET %s: %s".formatted(kind.flat(), e.getMessage()));
        return false;
      }
    }
  }

  private String target(int page) {
    String target = "%s?page=%d&size=%d".formatted(kind.flat(), page, habits.pageSize());
    String selector = "labels.%s='%s'".formatted(FleetOperator.LABEL, stage.names().run());
    return habits.selects() ? target + "&search=" + URLEncoder.encode(selector, UTF_8) : target;
  }
}
