package io.hyperfleet.simulator.play;

/** How large a fleet is. */
public record FleetPlan(int clusters, int nodePools) {

  /** Resources of all kinds together. */
  public int resources() {
    return clusters * (1 + nodePools);
  }
}
