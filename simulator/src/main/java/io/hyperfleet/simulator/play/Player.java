package io.hyperfleet.simulator.play;

import io.hyperfleet.simulator.fleet.FleetKind;
import io.hyperfleet.simulator.fleet.Listed;
import io.hyperfleet.simulator.fleet.ReadResource;
import io.hyperfleet.simulator.http.ClientRole;
import io.hyperfleet.simulator.http.Pauses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Decides what the operator does next. What is drawn depends on the seed only; how much of it fits
 * into the time depends on the service.
 */
public final class Player {

  /** Of so many changes one is the deletion of a cluster, which another one replaces. */
  private static final int REPLACED = 10;

  private final Stage stage;
  private final FleetPlan plan;
  private final FleetOperator operator;
  private final Random random;
  private final BooleanSupplier stopped;
  private final List<Family> families = new ArrayList<>();
  private int clusters;

  /** One that creates and changes nothing more once it is stopped. */
  public Player(
      Stage stage,
      Map<FleetKind, Broker> brokers,
      Casting casting,
      FleetPlan plan,
      BooleanSupplier stopped) {
    this.stage = stage;
    this.plan = plan;
    this.stopped = stopped;
    this.random = new Random(casting.seed());
    Cadence cadence = new Cadence(casting.rate(), System::nanoTime, Pauses.REAL);
    this.operator = new FleetOperator(stage, brokers, casting.adapters(), cadence);
  }

  /** Creates the whole fleet; why not, if not even one cluster could be created. */
  public Optional<String> create() throws InterruptedException {
    for (int i = 0; i < plan.clusters() && !stopped.getAsBoolean(); i++) {
      addFamily();
      if (families.isEmpty()) {
        return Optional.of(operator.lastAnswer());
      }
    }
    return Optional.empty();
  }

  public void change(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (!families.isEmpty() && !stopped.getAsBoolean() && System.nanoTime() - end < 0) {
      Family family = families.get(random.nextInt(families.size()));
      if (random.nextInt(REPLACED) == 0) {
        replace(family);
      } else {
        change(family);
      }
    }
  }

  /** Deletes everything, then whatever was created without that its answer came back. */
  public void deleteAll(Duration patience, ListHabits habits) throws InterruptedException {
    for (Family family : families) {
      operator.delete(family.cluster());
    }
    families.clear();
    stage.fleet().awaitEmpty(patience);
    Map<String, Listed> known = stage.fleet().listed(FleetKind.CLUSTER);
    List<ReadResource> strays = new ArrayList<>();
    new FlatList(stage, FleetKind.CLUSTER, ClientRole.OPERATOR, habits).read(strays::add);
    for (ReadResource stray : strays) {
      if (!known.containsKey(stray.id())) {
        stage.fleet().created(FleetKind.CLUSTER, stray, "", System.nanoTime());
        operator.delete(new Listed(FleetKind.CLUSTER, stray.id(), stray.href()));
      }
    }
    if (!strays.isEmpty() && known.isEmpty()) {
      stage.fleet().awaitEmpty(patience);
    }
  }

  /** Half of a fleet that waits to go is enough. */
  private void replace(Family family) throws InterruptedException {
    if (stage.fleet().counts().deleting() > plan.resources() / 2) {
      change(family);
      return;
    }
    families.remove(family);
    operator.delete(family.cluster());
    addFamily();
  }

  private void change(Family family) throws InterruptedException {
    Listed member = family.members().get(random.nextInt(family.members().size()));
    if (random.nextInt(4) == 0) {
      operator.changeLabels(member);
    } else {
      operator.changeSpec(member);
    }
  }

  private void addFamily() throws InterruptedException {
    Optional<Listed> cluster = operator.createCluster(++clusters);
    if (cluster.isEmpty()) {
      return;
    }
    Family family = new Family(new ArrayList<>(List.of(cluster.get())));
    families.add(family);
    for (int i = 1; i <= plan.nodePools() && !stopped.getAsBoolean(); i++) {
      operator.createNodePool(cluster.get(), i).ifPresent(family.members()::add);
    }
  }

  /** A cluster, first, and its node pools. */
  private record Family(List<Listed> members) {
    Listed cluster() {
      return members.get(0);
    }
  }
}
