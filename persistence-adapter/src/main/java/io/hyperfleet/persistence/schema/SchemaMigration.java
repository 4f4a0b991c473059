package io.hyperfleet.persistence.schema;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings the tables of one schema to what this version needs, creating the schema if need be. */
public final class SchemaMigration {

  private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

  private final SchemaName schema;
  private final Flyway flyway;

  public SchemaMigration(DataSource database, String schema) {
    this.schema = new SchemaName(schema);
    // The class loader that has this class has the scripts; that of the thread need not.
    this.flyway =
        Flyway.configure(SchemaMigration.class.getClassLoader())
            .dataSource(database)
            .defaultSchema(this.schema.value())
            .locations("classpath:db/migration")
            .failOnMissingLocations(true)
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            .baselineOnMigrate(false)
            .outOfOrder(false)
            .load();
  }

  /**
   * Applies what is pending.
   *
   * @throws org.flywaydb.core.api.FlywayException if a script fails, which leaves nothing of that
   *     script, or if an applied script has changed since
   */
  public Outcome migrate() {
    MigrateResult result = flyway.migrate();
    String version = flyway.info().current().getVersion().getVersion();
    Outcome outcome = new Outcome(result.migrationsExecuted, version);
    LOG.log(
        Level.INFO,
        "Schema {0} is at version {1}, {2} migrations applied",
        schema.quoted(),
        outcome.version(),
        outcome.applied());
    return outcome;
  }

  /**
   * What a migration did.
   *
   * @param applied how many scripts it ran
   * @param version what the schema is at now
   */
  public record Outcome(int applied, String version) {}
}
