package io.hyperfleet.server.launcher;

import io.hyperfleet.persistence.migration.Migration;
import io.hyperfleet.persistence.migration.MigrationPlan;
import io.hyperfleet.persistence.migration.MigrationReport;
import io.hyperfleet.persistence.migration.SchemaRefusedException;
import io.hyperfleet.persistence.migration.lock.LockFigures;
import io.hyperfleet.persistence.migration.lock.LockHolder;
import io.hyperfleet.persistence.migration.lock.MigrationLockException;
import io.hyperfleet.server.configuration.ConfigurationException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** For machines: one object on one line. */
record MigrationJson(PrintStream out) implements MigrationOutput {

  @Override
  public int migrated(MigrationReport report) {
    Map<String, Object> answer =
        object("outcome", report.scripts().isEmpty() ? "current" : "applied");
    addSchema(answer, report);
    answer.put("applied", report.scripts().stream().map(MigrationJson::script).toList());
    answer.put("lock", lock(report.lock()));
    answer.put("duration_ms", report.took().toMillis());
    return print(answer, 0);
  }

  @Override
  public int history(List<Migration> migrations) {
    return print(
        object("migrations", migrations.stream().map(MigrationJson::migration).toList()), 0);
  }

  @Override
  public int valid(MigrationReport report) {
    Map<String, Object> answer = object("outcome", "valid");
    addSchema(answer, report);
    return print(answer, 0);
  }

  @Override
  public int plan(MigrationPlan plan) {
    Map<String, Object> answer = object("outcome", plan.fails() ? "fails" : "runs");
    answer.put("schema", plan.schema());
    answer.put("version", plan.version());
    answer.put("steps", plan.steps().stream().map(MigrationJson::step).toList());
    return print(answer, plan.fails() ? 1 : 0);
  }

  @Override
  public int holder(Optional<LockHolder> holder) {
    Map<String, Object> answer = object("outcome", holder.isPresent() ? "held" : "free");
    answer.put("holder", holder.map(MigrationJson::holder).orElse(null));
    return print(answer, 0);
  }

  @Override
  public int terminated(int doomed, Optional<LockHolder> holder, List<Integer> ended) {
    Map<String, Object> answer = object("outcome", ended.isEmpty() ? "not_the_holder" : "ended");
    answer.put("holder", holder.map(MigrationJson::holder).orElse(null));
    answer.put("ended", ended);
    return print(answer, ended.isEmpty() ? 1 : 0);
  }

  @Override
  public void failure(RuntimeException failure) {
    Map<String, Object> answer = object("outcome", outcome(failure));
    answer.put("error", failure.getMessage());
    print(answer, 1);
  }

  private static String outcome(RuntimeException failure) {
    if (failure instanceof SchemaRefusedException) {
      return "refused";
    }
    if (failure instanceof MigrationLockException) {
      return "not_locked";
    }
    return failure instanceof ConfigurationException ? "misconfigured" : "failed";
  }

  private static void addSchema(Map<String, Object> answer, MigrationReport report) {
    answer.put("schema", report.schema());
    answer.put("version", report.version());
    answer.put("pending", report.pending());
    answer.put("newer", report.newer().stream().map(Migration::version).toList());
  }

  private static Map<String, Object> script(MigrationReport.Script script) {
    Map<String, Object> object = object("version", script.version());
    object.put("description", script.description());
    object.put("duration_ms", script.took().toMillis());
    return object;
  }

  private static Map<String, Object> migration(Migration migration) {
    Map<String, Object> object = object("version", migration.version());
    object.put("description", migration.description());
    object.put("state", word(migration.state()));
    object.put("installed_on", migration.installedOn().map(Instant::toString).orElse(null));
    object.put("duration_ms", migration.took().toMillis());
    return object;
  }

  private static Map<String, Object> step(MigrationPlan.Step step) {
    Map<String, Object> object = object("version", step.version());
    object.put("description", step.description());
    object.put("result", word(step.result()));
    object.put("duration_ms", step.took().toMillis());
    object.put("problem", step.problem().isEmpty() ? null : step.problem());
    return object;
  }

  private static Map<String, Object> lock(LockFigures lock) {
    Map<String, Object> object = object("waited_ms", lock.waited().toMillis());
    object.put("held_ms", lock.held().toMillis());
    object.put("tries", lock.tries());
    return object;
  }

  private static Map<String, Object> holder(LockHolder holder) {
    Map<String, Object> object = object("pid", Integer.parseInt(holder.pid()));
    object.put("application_name", holder.application());
    object.put("client_addr", holder.address());
    object.put("held_since", holder.since());
    object.put("query_since", holder.work().since());
    object.put("waits_for", holder.work().waitsFor());
    object.put("query", holder.work().query());
    return object;
  }

  private static Map<String, Object> object(String name, Object value) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(name, value);
    return object;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private int print(Map<String, Object> answer, int exitCode) {
    out.println(JsonText.of(answer));
    return exitCode;
  }
}
