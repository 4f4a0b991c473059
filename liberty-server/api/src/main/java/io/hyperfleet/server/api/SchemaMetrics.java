package io.hyperfleet.server.api;

import io.hyperfleet.persistence.migration.MigrationReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows what the start found of the schema, and did to it, for as long as the program runs. */
@ApplicationScoped
class SchemaMetrics {

  @Inject MetricRegistry metrics;

  void show(MigrationReport report) {
    gauge(
        "hyperfleet_schema_info",
        "The version of the schema, and what the start did: applied, current or newer",
        1,
        new Tag("version", report.version()),
        new Tag("outcome", outcome(report)));
    gauge("hyperfleet_migration_pending", "Migrations not applied", report.pending());
    gauge("hyperfleet_migration_lock_wait_seconds", "Wait for the lock", report.lock().waited());
    gauge("hyperfleet_migration_lock_held_seconds", "Hold of the lock", report.lock().held());
    gauge("hyperfleet_migration_lock_tries", "Asked for the lock", report.lock().tries());
    gauge("hyperfleet_migration_seconds", "All of the check and the migration", report.took());
    report
        .scripts()
        .forEach(
            script ->
                gauge(
                    "hyperfleet_migration_script_seconds",
                    "Duration of a migration that this start applied",
                    script.took(),
                    new Tag("version", script.version())));
  }

  private static String outcome(MigrationReport report) {
    if (!report.scripts().isEmpty()) {
      return "applied";
    }
    return report.newer().isEmpty() ? "current" : "newer";
  }

  private void gauge(String name, String description, Duration value, Tag... tags) {
    gauge(name, description, value.toNanos() / 1e9, tags);
  }

  private void gauge(String name, String description, Number value, Tag... tags) {
    metrics.gauge(
        Metadata.builder().withName(name).withDescription(description).build(), () -> value, tags);
  }
}
