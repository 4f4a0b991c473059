package io.hyperfleet.persistence.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.flywaydb.core.api.MigrationInfo;

/**
 * One step of a schema, as its history and the scripts of this program know it.
 *
 * @param installedOn when it was applied, if it was
 * @param took how long that was
 */
public record Migration(
    String version, String description, State state, Optional<Instant> installedOn, Duration took) {

  /** Where a migration stands. All but the first three have to be mended by a person. */
  public enum State {
    APPLIED(""),
    PENDING(""),
    /** Applied by a newer program; this one does not know it. */
    NEWER(""),
    CHANGED("was changed after it was applied: restore its file and put the change into a new one"),
    MISSING("is applied but its file is missing: start a build that has the file"),
    LATE("was never applied and is older than what is: give it a number above all others"),
    FAILED("failed half-way: drop what it left, then delete its row from flyway_schema_history");

    private final String remedy;

    State(String remedy) {
      this.remedy = remedy;
    }

    public boolean isFault() {
      return !remedy.isEmpty();
    }
  }

  static Migration of(MigrationInfo info) {
    return new Migration(
        info.getVersion().getVersion(),
        info.getDescription(),
        stateOf(info),
        Optional.ofNullable(info.getInstalledOn()).map(java.util.Date::toInstant),
        Duration.ofMillis(Optional.ofNullable(info.getExecutionTime()).orElse(0)));
  }

  private static State stateOf(MigrationInfo info) {
    return switch (info.getState()) {
      case PENDING, ABOVE_TARGET -> State.PENDING;
      case FUTURE_SUCCESS -> State.NEWER;
      case FAILED, MISSING_FAILED, FUTURE_FAILED -> State.FAILED;
      case MISSING_SUCCESS -> State.MISSING;
      case IGNORED -> State.LATE;
      default -> info.isChecksumMatching() ? State.APPLIED : State.CHANGED;
    };
  }

  /** One line with what to do. */
  String fault() {
    return named() + " " + state.remedy;
  }

  String named() {
    return "migration " + version + " (" + description + ")";
  }

  static String named(MigrationInfo info) {
    return of(info).named();
  }
}
