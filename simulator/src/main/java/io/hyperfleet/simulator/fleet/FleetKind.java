package io.hyperfleet.simulator.fleet;

/** The kinds that are played. */
public enum FleetKind {
  CLUSTER("Cluster", "clusters", "/clusters/{id}"),
  NODE_POOL("NodePool", "nodepools", "/clusters/{id}/nodepools/{id}");

  private final String wire;
  private final String plural;
  private final String template;

  FleetKind(String wire, String plural, String template) {
    this.wire = wire;
    this.plural = plural;
    this.template = template;
  }

  /** As {@code kind} has it. */
  public String wire() {
    return wire;
  }

  public String plural() {
    return plural;
  }

  /** Of the paths of its resources. */
  public String template() {
    return template;
  }

  /** Of the path of the list that Sentinel reads. */
  public String flat() {
    return "/" + plural;
  }
}
