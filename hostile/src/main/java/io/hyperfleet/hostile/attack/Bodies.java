package io.hyperfleet.hostile.attack;

import io.hyperfleet.hostile.shape.Choice;
import io.hyperfleet.hostile.shape.FuzzedRequests;
import io.hyperfleet.hostile.shape.WorstBodies;
import io.hyperfleet.hostile.wire.RawHttp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Volleys of the heaviest bodies there are. Few names, so that few of them are stored: the others
 * are refused after the same work.
 */
final class Bodies implements Attack {

  private static final List<WorstBodies> SHAPES = List.of(WorstBodies.values());
  private static final int VOLLEY = 8;
  private static final int NAMES = 40;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "bodies";
  }

  @Override
  public void strike(Choice choice, Ports ports) {
    WorstBodies shape = SHAPES.get(choice.below(SHAPES.size()));
    List<RawHttp> connections = new ArrayList<>();
    try {
      for (int i = 0; i < VOLLEY; i++) {
        connections.add(RawHttp.to(ports.api()));
      }
      for (RawHttp connection : connections) {
        byte[] body = shape.body("heavy-" + choice.below(NAMES)).getBytes(StandardCharsets.UTF_8);
        connection.send(FuzzedRequests.post(new String(body, StandardCharsets.ISO_8859_1)));
      }
      connections.forEach(Judge::oneAnswer);
    } finally {
      connections.forEach(RawHttp::close);
    }
    LockSupport.parkNanos(PAUSE.toNanos());
  }
}
