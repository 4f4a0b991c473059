package io.hyperfleet.persistence.migration;

import io.hyperfleet.persistence.migration.Migration.State;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * What the history of a schema says, compared with the scripts of this program.
 *
 * @param migrations what was applied, in that order, then what was not
 */
record SchemaState(List<Migration> migrations, List<String> invalidIndexes) {

  static SchemaState of(MigrationInfoService history, List<String> invalidIndexes) {
    return new SchemaState(
        Arrays.stream(history.all())
            // Without a version is the entry that Flyway made the schema.
            .filter(info -> info.getVersion() != null)
            .map(Migration::of)
            .toList(),
        invalidIndexes);
  }

  /** What the schema is at. */
  String version() {
    return migrations.stream()
        .filter(each -> each.installedOn().isPresent() && each.state() != State.FAILED)
        .map(Migration::version)
        .reduce((older, newer) -> newer)
        .orElse("none");
  }

  List<Migration> in(State state) {
    return migrations.stream().filter(each -> each.state() == state).toList();
  }

  boolean pending() {
    return !in(State.PENDING).isEmpty();
  }

  /** Whether there is nothing to do and nothing to refuse. */
  boolean isCurrent() {
    return !pending() && faults().isEmpty();
  }

  void refuseFaults() {
    refuse(faults());
  }

  /** Refuses also what could be mended by migrating. */
  void refusePending() {
    refuse(
        Stream.concat(
                faults().stream(),
                in(State.PENDING).stream()
                    .map(each -> each.named() + " is pending: run hyperfleet-api migrate"))
            .toList());
  }

  /** One line each, with what to do. */
  List<String> faults() {
    return Stream.concat(
            migrations.stream().filter(each -> each.state().isFault()).map(Migration::fault),
            invalidIndexes.stream().map(SchemaState::invalid))
        .toList();
  }

  private static void refuse(List<String> reasons) {
    if (!reasons.isEmpty()) {
      throw new SchemaRefusedException(String.join("; ", reasons));
    }
  }

  private static String invalid(String index) {
    return "index "
        + index
        + " is invalid, left by a build that failed: drop it, and build it anew if its migration is applied";
  }
}
