package io.hyperfleet.persistence.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/**
 * What the history of a schema says, compared with the scripts of this program.
 *
 * @param faults one line each, with what to do
 * @param newer what a newer program has applied, which this one does not know
 */
record SchemaState(String version, boolean pending, List<String> faults, List<String> newer) {

  static SchemaState of(MigrationInfoService history, List<String> invalidIndexes) {
    return new SchemaState(
        version(history.current()),
        history.pending().length > 0,
        Stream.concat(
                Arrays.stream(history.all()).flatMap(each -> fault(each).stream()),
                invalidIndexes.stream().map(SchemaState::invalid))
            .toList(),
        Arrays.stream(history.all())
            .filter(each -> each.getState() == MigrationState.FUTURE_SUCCESS)
            .map(SchemaState::name)
            .toList());
  }

  /** Before the first migration there is nothing, or the entry that Flyway made the schema. */
  private static String version(MigrationInfo current) {
    return current == null || current.getVersion() == null
        ? "none"
        : current.getVersion().getVersion();
  }

  /** Whether there is nothing to do and nothing to refuse. */
  boolean isCurrent() {
    return !pending && faults.isEmpty();
  }

  void refuseFaults() {
    if (!faults.isEmpty()) {
      throw new SchemaRefusedException(String.join("; ", faults));
    }
  }

  private static Optional<String> fault(MigrationInfo migration) {
    return switch (migration.getState()) {
      case FAILED, MISSING_FAILED, FUTURE_FAILED ->
          Optional.of(
              name(migration)
                  + " failed half-way: drop what it left, then delete its row from"
                  + " flyway_schema_history");
      case MISSING_SUCCESS ->
          Optional.of(
              name(migration)
                  + " is applied but its file is missing: start a build that has the file");
      case IGNORED ->
          Optional.of(
              name(migration)
                  + " was never applied and is older than what is: give it a number above all others");
      default -> changed(migration);
    };
  }

  private static Optional<String> changed(MigrationInfo migration) {
    if (!migration.isApplied() || migration.isChecksumMatching()) {
      return Optional.empty();
    }
    return Optional.of(
        name(migration)
            + " was changed after it was applied: restore its file and put the change into a new"
            + " one");
  }

  private static String invalid(String index) {
    return "index "
        + index
        + " is invalid, left by a build that failed: drop it, and build it anew if its migration is applied";
  }

  private static String name(MigrationInfo migration) {
    return "migration " + migration.getVersion() + " (" + migration.getDescription() + ")";
  }
}
