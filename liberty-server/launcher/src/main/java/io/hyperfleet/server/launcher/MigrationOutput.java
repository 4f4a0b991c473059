package io.hyperfleet.server.launcher;

import io.hyperfleet.persistence.migration.Migration;
import io.hyperfleet.persistence.migration.MigrationPlan;
import io.hyperfleet.persistence.migration.MigrationReport;
import io.hyperfleet.persistence.migration.lock.LockHolder;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Tells the outcome of a command, to people or to machines. Each answer is the exit code. */
interface MigrationOutput {

  static MigrationOutput named(String format, Command command, PrintStream out) {
    if (format == null || format.equals("text")) {
      return new MigrationText(out);
    }
    if (format.equals("json")) {
      return new MigrationJson(out);
    }
    throw Failure.usage(command.words(), "--output must be text or json, not " + format);
  }

  int migrated(MigrationReport report);

  int history(List<Migration> migrations);

  int valid(MigrationReport report);

  int plan(MigrationPlan plan);

  int holder(Optional<LockHolder> holder);

  /** After sessions were told to end; none if {@code doomed} was not the holder. */
  int terminated(int doomed, Optional<LockHolder> holder, List<Integer> ended);

  /** What ends the command, besides its one line for people. */
  void failure(RuntimeException failure);
}
