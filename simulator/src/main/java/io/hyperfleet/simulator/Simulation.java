package io.hyperfleet.simulator;

import io.hyperfleet.simulator.fleet.FleetKind;
import io.hyperfleet.simulator.play.Broker;
import io.hyperfleet.simulator.play.ListHabits;
import io.hyperfleet.simulator.play.Player;
import io.hyperfleet.simulator.play.Sentinel;
import io.hyperfleet.simulator.play.Stage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One run: create, change, settle, delete; with Sentinels and adapters beside it. */
final class Simulation {

  private final SimulationPlan plan;
  private final Stage stage;
  private final ListHabits habits;
  private final ProgressLine progress;
  private final BooleanSupplier stopped;
  private final Map<FleetKind, Broker> brokers = new EnumMap<>(FleetKind.class);
  private final List<Thread> threads = new ArrayList<>();

  Simulation(
      SimulationPlan plan,
      Stage stage,
      ListHabits habits,
      ProgressLine progress,
      BooleanSupplier stopped) {
    this.plan = plan;
    this.stage = stage;
    this.habits = habits;
    this.progress = progress;
    this.stopped = stopped;
  }

  Verdict run() throws InterruptedException {
    for (FleetKind kind : FleetKind.values()) {
      watch(kind);
    }
    start("progress", progress);
    try {
      return play(new Player(stage, brokers, plan.casting(), plan.fleet(), stopped));
    } finally {
      brokers.values().forEach(Broker::close);
      threads.forEach(Thread::interrupt);
      progress.end();
    }
  }

  private Verdict play(Player player) throws InterruptedException {
    Optional<String> refused = player.create();
    if (refused.isPresent()) {
      throw SimulatorException.failure("no cluster can be created: " + refused.get());
    }
    progress.phase("change");
    player.change(plan.changing());
    progress.phase("settle");
    stage.fleet().awaitReconciled(plan.patience());
    List<String> stragglers =
        new ArrayList<>(stopped.getAsBoolean() ? List.of() : stage.fleet().unreconciled());
    progress.phase("delete");
    player.deleteAll(plan.patience(), habits);
    stragglers.addAll(stage.fleet().remaining());
    return new Verdict(stragglers, stage.complaints().count());
  }

  private void watch(FleetKind kind) {
    Broker broker = Broker.of(stage, kind, plan.fleet().resources(), plan.casting().seed());
    brokers.put(kind, broker);
    start(
        "sentinel-" + kind.plural(),
        new Sentinel(stage, kind, habits, plan.poll(), plan.rules(), broker));
  }

  private void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    threads.add(thread);
  }
}
