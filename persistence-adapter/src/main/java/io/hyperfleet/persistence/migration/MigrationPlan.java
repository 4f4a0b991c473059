package io.hyperfleet.persistence.migration;

import java.time.Duration;
import java.util.List;

/**
 * What a migration would do.
 *
 * @param version what the schema is at
 * @param steps the scripts that are pending, in order
 */
public record MigrationPlan(String schema, String version, List<Step> steps) {

  /** How a script fared when it was tried. */
  public enum Result {
    RUNS,
    /** It has to run outside of a transaction, so nobody could take it back. */
    NOT_DRY_RUNNABLE,
    FAILS,
    /** One before it failed. */
    NOT_REACHED
  }

  /**
   * One script.
   *
   * @param problem why it fails, else empty
   */
  public record Step(
      String version, String description, Result result, Duration took, String problem) {}

  public boolean fails() {
    return steps.stream().anyMatch(step -> step.result() == Result.FAILS);
  }
}
