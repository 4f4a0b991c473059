package io.hyperfleet.simulator;

import java.util.Arrays;
import java.util.List;

/** Everything that can be said to a simulation. */
public enum SimulationFlag {
  URL("--url", "Where the API listens", "http://localhost:8000"),
  CLUSTERS("--clusters", "How many clusters", "20"),
  NODE_POOLS("--node-pools", "How many node pools below each cluster", "2"),
  ADAPTERS("--adapters", "Adapters of each kind; those that the API requires play anyway", "4"),
  RATE("--rate", "Creations, changes and deletions a second at most; 0 is no limit", "20"),
  DURATION("--duration", "For how long to change the fleet once it is there", "30s"),
  SEED("--seed", "What is drawn: which resource changes, which event is late", "1"),
  POLL("--poll", "From one look of a Sentinel to the next", "500ms"),
  DEBOUNCE("--debounce", "How old Reconciled=False is before it is an event again", "1s"),
  DRIFT("--drift", "How old Reconciled=True is before it is an event again", "30s"),
  PAGE_SIZE("--page-size", "Resources on a page that a Sentinel reads", "20"),
  PATIENCE("--patience", "Gives up when nothing is reconciled or gone for so long", "1m");

  private final String flag;
  private final String description;
  private final String otherwise;

  SimulationFlag(String flag, String description, String otherwise) {
    this.flag = flag;
    this.description = description;
    this.otherwise = otherwise;
  }

  public static List<SimulationFlag> all() {
    return Arrays.asList(values());
  }

  /** As typed. */
  public String flag() {
    return flag;
  }

  /** With the value that it has when nobody gives one. */
  public String description() {
    return description + " [" + otherwise + "]";
  }

  String otherwise() {
    return otherwise;
  }
}
