package io.hyperfleet.persistence.migration;

import io.hyperfleet.persistence.migration.lock.LockFigures;
import java.time.Duration;
import java.util.List;

/**
 * What a migration did.
 *
 * @param schema the one that was migrated
 * @param version what the schema is at now
 * @param scripts those that this program ran, in order
 * @param pending how many are left, which is none unless the scripts were only looked at
 * @param newer what a newer program has applied, which this one does not know
 */
public record MigrationReport(
    String schema,
    String version,
    List<Script> scripts,
    int pending,
    List<Migration> newer,
    LockFigures lock,
    Duration took) {

  /** One that ran, and how long. */
  public record Script(String version, String description, Duration took) {}
}
