package io.hyperfleet.simulator.fleet;

/**
 * Names that tell the resources of one run from all others. A name of a node pool has at most 15
 * characters.
 *
 * @param run few letters and digits that no other run on the same service has
 */
public record FleetNames(String run) {

  private static final int LETTERS = 5;

  /** Of a run that begins now. Comes round again after 16 hours. */
  public static FleetNames at(long millis) {
    String digits = Long.toString(millis, Character.MAX_RADIX);
    return new FleetNames(digits.substring(Math.max(0, digits.length() - LETTERS)));
  }

  public String cluster(int number) {
    return prefix() + number;
  }

  /** Unique below one cluster, which is all that is asked. */
  public String nodePool(int number) {
    return prefix() + number;
  }

  public boolean isOurs(ReadResource resource) {
    return resource.name().startsWith(prefix());
  }

  public String prefix() {
    return "sim-" + run + "-";
  }
}
