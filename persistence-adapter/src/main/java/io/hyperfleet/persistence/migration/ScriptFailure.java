package io.hyperfleet.persistence.migration;

import io.hyperfleet.persistence.migration.lock.MigrationLockException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.internal.info.MigrationInfoImpl;
import org.flywaydb.core.internal.sqlscript.FlywaySqlScriptException;

/** Puts the pages that Flyway writes about a failure into one line. */
final class ScriptFailure {

  private ScriptFailure() {}

  /**
   * What to throw instead.
   *
   * @param running the script that was begun and not finished, if it was a script that failed
   */
  static RuntimeException of(FlywayException failure, Optional<MigrationInfo> running) {
    return causes(failure)
        .filter(MigrationLockException.class::isInstance)
        .map(MigrationLockException.class::cast)
        .<RuntimeException>map(lost -> new MigrationLockException(lost.getMessage(), failure))
        .findFirst()
        .orElseGet(
            () ->
                new MigrationFailedException(
                    running.map(ScriptFailure::named).orElse("the migration")
                        + " failed"
                        + reason(failure)
                        + running.map(ScriptFailure::rest).orElse(""),
                    failure));
  }

  /** Where and why, to follow a verb. */
  static String reason(Throwable failure) {
    String place =
        causes(failure)
            .filter(FlywaySqlScriptException.class::isInstance)
            .map(script -> " at line " + ((FlywaySqlScriptException) script).getLineNumber())
            .findFirst()
            .orElse("");
    Throwable root =
        causes(failure)
            .filter(SQLException.class::isInstance)
            .reduce((outer, inner) -> inner)
            .orElse(failure);
    String words = root.getMessage() == null ? root.toString() : root.getMessage();
    return place + ": " + words.strip().replaceAll("\\s+", " ");
  }

  private static String named(MigrationInfo script) {
    return Migration.named(script);
  }

  private static String rest(MigrationInfo script) {
    boolean undone =
        script instanceof MigrationInfoImpl known
            && known.getResolvedMigration().getExecutor().canExecuteInTransaction();
    return undone
        ? "; nothing of it was kept"
        : "; it ran outside of a transaction, so look for what it left, an invalid index for one";
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
