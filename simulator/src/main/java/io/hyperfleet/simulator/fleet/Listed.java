package io.hyperfleet.simulator.fleet;

/** Enough of a resource to ask for it. */
public record Listed(FleetKind kind, String id, String href) {}
