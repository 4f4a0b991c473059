package io.hyperfleet.simulator.play;

import io.hyperfleet.simulator.fleet.Fleet;
import io.hyperfleet.simulator.fleet.FleetNames;
import io.hyperfleet.simulator.http.FleetClient;
import io.hyperfleet.simulator.measure.Complaints;
import io.hyperfleet.simulator.measure.Measures;

/** What all parts of one run share. */
public record Stage(
    FleetClient client, Fleet fleet, FleetNames names, Measures measures, Complaints complaints) {}
