package io.hyperfleet.simulator.play;

import io.hyperfleet.simulator.fleet.FleetKind;
import io.hyperfleet.simulator.measure.Measures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/**
 * Hands each event of one kind to all adapters of that kind at the same moment; some events twice,
 * some late. Which ones depends on the seed and on how many events there were before.
 */
public final class Broker implements AutoCloseable {

  /** One event in so many comes twice, another one late. */
  private static final int SELDOM = 20;

  private static final Duration LATE = Duration.ofSeconds(3);

  private final int room;
  private final Random random;
  private final Function<String, Inbox> hire;
  private final Measures measures;
  private final Map<String, Inbox> adapters = new ConcurrentSkipListMap<>();
  private final Deque<LateEvent> late = new ArrayDeque<>();

  /**
   * No adapter works for it yet.
   *
   * @param room how many events are late at most
   * @param hire has an adapter of that name begin
   */
  Broker(int room, Random random, Function<String, Inbox> hire, Measures measures) {
    this.room = room;
    this.random = random;
    this.hire = hire;
    this.measures = measures;
  }

  /**
   * The broker of a kind.
   *
   * @param room how many events wait for each adapter at most
   */
  public static Broker of(Stage stage, FleetKind kind, int room, long seed) {
    return new Broker(
        room,
        new Random(seed + kind.wire().hashCode()),
        name -> {
          Adapter adapter = new Adapter(name, stage, new Random(seed + name.hashCode()));
          return new Inbox(name, adapter::handle, room, stage.measures(), stage.complaints());
        },
        stage.measures());
  }

  /** Has these adapters from now on, and others that nobody requires, until there are that many. */
  void staff(Set<String> required, int total) {
    required.forEach(name -> adapters.computeIfAbsent(name, hire));
    for (int i = 1; adapters.size() < total; i++) {
      adapters.computeIfAbsent("simulated-" + i, hire);
    }
  }

  Set<String> adapters() {
    return adapters.keySet();
  }

  void publish(Event event) {
    measures.published();
    int chance = random.nextInt(SELDOM);
    if (chance == 0 && late.size() < room) {
      measures.delayed();
      late.add(new LateEvent(event, System.nanoTime() + LATE.toNanos()));
      return;
    }
    adapters.values().forEach(inbox -> inbox.take(event));
    if (chance == 1) {
      measures.duplicated();
      adapters.values().forEach(inbox -> inbox.takeAgain(event));
    }
  }

  /** Delivers the late events whose time has come. */
  void catchUp() {
    while (!late.isEmpty() && late.peek().due() - System.nanoTime() <= 0) {
      Event event = late.remove().event();
      adapters.values().forEach(inbox -> inbox.takeAgain(event));
    }
  }

  @Override
  public void close() {
    adapters.values().forEach(Inbox::close);
  }

  private record LateEvent(Event event, long due) {}
}
