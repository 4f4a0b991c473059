package io.hyperfleet.simulator.fleet;

import io.hyperfleet.simulator.measure.Latencies;
import java.util.EnumMap;
import java.util.Map;

/** How long the resources of each kind took to get where they should be. */
public final class FleetTimes {

  private final Map<FleetKind, Latencies> reconciled = new EnumMap<>(FleetKind.class);
  private final Map<FleetKind, Latencies> gone = new EnumMap<>(FleetKind.class);

  FleetTimes() {
    for (FleetKind kind : FleetKind.values()) {
      reconciled.put(kind, new Latencies());
      gone.put(kind, new Latencies());
    }
  }

  /** From a change to the moment when Sentinel saw it reconciled. */
  public Latencies reconciled(FleetKind kind) {
    return reconciled.get(kind);
  }

  /** From a deletion to the first 404. */
  public Latencies gone(FleetKind kind) {
    return gone.get(kind);
  }
}
