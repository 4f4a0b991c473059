package io.hyperfleet.simulator.play;

import io.hyperfleet.simulator.fleet.FleetKind;
import io.hyperfleet.simulator.fleet.Listed;
import io.hyperfleet.simulator.fleet.ReadCondition;
import io.hyperfleet.simulator.fleet.ReadResource;
import io.hyperfleet.simulator.fleet.UnreadableException;
import io.hyperfleet.simulator.http.Call;
import io.hyperfleet.simulator.http.ClientRole;
import io.hyperfleet.simulator.http.FleetClient;
import io.hyperfleet.simulator.http.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates, changes and deletes, one request after the other. Tells the fleet what to expect. */
final class FleetOperator {

  /** The label of everything that is created; its value is the name of the run. */
  static final String LABEL = "simulation";

  private final Stage stage;
  private final Map<FleetKind, Broker> brokers;
  private final int adapters;
  private final Cadence cadence;
  private final FleetBodies bodies;
  private int revision;
  private Reply last;

  /**
   * One for all kinds that have a broker.
   *
   * @param adapters how many work on a kind at least
   */
  FleetOperator(Stage stage, Map<FleetKind, Broker> brokers, int adapters, Cadence cadence) {
    this.stage = stage;
    this.brokers = brokers;
    this.adapters = adapters;
    this.cadence = cadence;
    this.bodies = new FleetBodies(stage.names().run());
  }

  Optional<Listed> createCluster(int number) throws InterruptedException {
    return create(FleetKind.CLUSTER, FleetKind.CLUSTER.flat(), "", stage.names().cluster(number));
  }

  Optional<Listed> createNodePool(Listed cluster, int number) throws InterruptedException {
    String target = FleetClient.target(cluster.href()) + "/" + FleetKind.NODE_POOL.plural();
    return create(FleetKind.NODE_POOL, target, cluster.id(), stage.names().nodePool(number));
  }

  void changeSpec(Listed resource) throws InterruptedException {
    patch(resource, bodies.newSpec(resource.kind(), ++revision));
  }

  void changeLabels(Listed resource) throws InterruptedException {
    patch(resource, bodies.newLabels(++revision));
  }

  void delete(Listed resource) throws InterruptedException {
    stage.fleet().deleting(resource.id(), System.nanoTime());
    send(call("DELETE", resource, 202));
  }

  /** What was answered last, for those who want to say why nothing could be created. */
  String lastAnswer() {
    return last.summary();
  }

  private Optional<Listed> create(FleetKind kind, String target, String owner, String name)
      throws InterruptedException {
    String template = kind.template().replaceAll("/\\{id}$", "");
    Call post = Call.of(ClientRole.OPERATOR, "POST", template, target, 201);
    String body = bodies.create(kind, name, ++revision);
    long since = System.nanoTime();
    return send(post.with(body)).map(resource -> created(kind, resource, owner, since));
  }

  private Listed created(FleetKind kind, ReadResource resource, String owner, long since) {
    stage.fleet().created(kind, resource, owner, since);
    Set<String> required = resource.reconciled().map(ReadCondition::adapters).orElse(Set.of());
    brokers.get(kind).staff(required, adapters);
    return new Listed(kind, resource.id(), resource.href());
  }

  private void patch(Listed resource, String body) throws InterruptedException {
    long since = System.nanoTime();
    Optional<ReadResource> changed = send(call("PATCH", resource, 200).with(body));
    if (changed.isPresent() && !stage.fleet().changed(changed.get(), since)) {
      stage
          .complaints()
          .add(
              "PATCH %s: not the next generation but %d"
                  .formatted(resource.href(), changed.get().generation()));
    }
  }

  private static Call call(String method, Listed resource, int status) {
    return Call.of(
        ClientRole.OPERATOR,
        method,
        resource.kind().template(),
        FleetClient.target(resource.href()),
        status);
  }

  /** The resource that was answered, if that was as it should be. */
  private Optional<ReadResource> send(Call call) throws InterruptedException {
    cadence.await();
    last = stage.client().send(call);
    if (!call.fits().contains(last.status())) {
      return Optional.empty();
    }
    try {
      return Optional.of(ReadResource.read(last.body()));
    } catch (UnreadableException e) {
      stage.complaints().add("%s: %s".formatted(call.route(), e.getMessage()));
      return Optional.empty();
    }
  }
}
