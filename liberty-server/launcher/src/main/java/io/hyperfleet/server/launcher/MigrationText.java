package io.hyperfleet.server.launcher;

import io.hyperfleet.persistence.migration.Migration;
import io.hyperfleet.persistence.migration.MigrationPlan;
import io.hyperfleet.persistence.migration.MigrationPlan.Step;
import io.hyperfleet.persistence.migration.MigrationReport;
import io.hyperfleet.persistence.migration.lock.LockHolder;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For people. */
record MigrationText(PrintStream out) implements MigrationOutput {

  private static final String ROW = "%-14s %-14s %9s  %-20s %s%n";

  @Override
  public int migrated(MigrationReport report) {
    String done =
        switch (report.scripts().size()) {
          case 0 -> "nothing was pending";
          case 1 -> "1 migration applied";
          default -> report.scripts().size() + " migrations applied";
        };
    out.printf(
        Locale.ROOT,
        "Schema %s is at %s: %s in %d ms (waited %d ms for the lock, held it %d ms)%n",
        report.schema(),
        report.version(),
        done,
        report.took().toMillis(),
        report.lock().waited().toMillis(),
        report.lock().held().toMillis());
    return 0;
  }

  @Override
  public int history(List<Migration> migrations) {
    out.printf(ROW, "VERSION", "STATE", "MS", "INSTALLED", "DESCRIPTION");
    for (Migration each : migrations) {
      out.printf(
          ROW,
          each.version(),
          words(each.state()),
          each.installedOn().isPresent() ? each.took().toMillis() : "",
          each.installedOn().map(MigrationText::toTheSecond).orElse(""),
          each.description());
    }
    return 0;
  }

  private static String toTheSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Override
  public int valid(MigrationReport report) {
    out.printf("Schema %s is at %s and valid%n", report.schema(), report.version());
    return 0;
  }

  @Override
  public int plan(MigrationPlan plan) {
    if (plan.steps().isEmpty()) {
      out.printf("Schema %s is at %s: nothing is pending%n", plan.schema(), plan.version());
    }
    for (Step step : plan.steps()) {
      out.printf(
          "%-14s %-18s %6d ms  %s%s%n",
          step.version(),
          words(step.result()),
          step.took().toMillis(),
          step.description(),
          step.problem().isEmpty() ? "" : ": " + step.problem());
    }
    return plan.fails() ? 1 : 0;
  }

  @Override
  public int holder(Optional<LockHolder> holder) {
    out.println(
        holder
            .map(
                it ->
                    "The migration lock is held by "
                        + it
                        + "\nTo end it: hyperfleet-api migrate unlock --terminate "
                        + it.pid())
            .orElse("Nobody holds the migration lock"));
    return 0;
  }

  @Override
  public int terminated(int doomed, Optional<LockHolder> holder, List<Integer> ended) {
    if (ended.isEmpty()) {
      out.printf("Process %d does not hold the migration lock; nothing was ended%n", doomed);
      holder(holder);
      return 1;
    }
    out.println("Ended " + holder.map(LockHolder::toString).orElse("the holder"));
    out.println("Sessions ended: " + ended);
    return 0;
  }

  @Override
  public void failure(RuntimeException failure) {
    // People read the line on standard error.
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
