package io.hyperfleet.simulator.play;

import io.hyperfleet.simulator.fleet.FleetKind;
import io.hyperfleet.simulator.fleet.ReadResource;

/** What Sentinel tells the adapters: look at this resource. */
record Event(FleetKind kind, String id, String href) {

  static Event of(FleetKind kind, ReadResource resource) {
    return new Event(kind, resource.id(), resource.href());
  }
}
