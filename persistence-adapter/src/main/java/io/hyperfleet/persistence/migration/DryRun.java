package io.hyperfleet.persistence.migration;

import io.hyperfleet.persistence.migration.MigrationPlan.Result;
import io.hyperfleet.persistence.migration.MigrationPlan.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.executor.Context;
import org.flywaydb.core.api.executor.MigrationExecutor;
import org.flywaydb.core.internal.info.MigrationInfoImpl;

/** Runs pending scripts in a transaction that is never committed. */
final class DryRun {

  /** Whoever waits for a table lock keeps all others from the table. */
  private static final String BRIEF = "SET LOCAL lock_timeout = '3s'";

  private static final String PREPARE =
      """
      SELECT set_config('application_name', ?, true), set_config('statement_timeout', '0', true)
      """;

  private final DataSource database;
  private final SchemaName schema;

  DryRun(DataSource database, SchemaName schema) {
    this.database = database;
    this.schema = schema;
  }

  /**
   * Tries each script until one fails.
   *
   * @param name what the session is called meanwhile
   */
  List<Step> run(Flyway flyway, String name) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        prepare(connection, name);
        return steps(flyway, connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new MigrationFailedException("the dry run failed: " + failure.getMessage(), failure);
    }
  }

  private void prepare(Connection connection, String name) throws SQLException {
    try (PreparedStatement settings = connection.prepareStatement(PREPARE)) {
      settings.setString(1, name);
      settings.execute();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(BRIEF);
      // Asking for a schema that exists takes a right that the owner of the tables may not have.
      statement.execute(
          "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = '"
              + schema.value()
              + "') THEN CREATE SCHEMA "
              + schema.quoted()
              + "; END IF; END $$");
      statement.execute("SET LOCAL search_path TO " + schema.quoted());
    }
  }

  private static List<Step> steps(Flyway flyway, Connection connection) throws SQLException {
    Context context = new Transaction(flyway.getConfiguration(), connection);
    List<Step> steps = new ArrayList<>();
    boolean failed = false;
    for (MigrationInfo script : flyway.info().pending()) {
      Step step = failed ? step(script, Result.NOT_REACHED, 0, "") : attempt(script, context);
      failed = failed || step.result() == Result.FAILS;
      steps.add(step);
    }
    return steps;
  }

  private static Step attempt(MigrationInfo script, Context context) throws SQLException {
    MigrationExecutor executor = ((MigrationInfoImpl) script).getResolvedMigration().getExecutor();
    if (!executor.canExecuteInTransaction()) {
      return step(script, Result.NOT_DRY_RUNNABLE, 0, "");
    }
    long begin = System.nanoTime();
    try {
      executor.execute(context);
      return step(script, Result.RUNS, System.nanoTime() - begin, "");
    } catch (FlywayException failure) {
      String problem = "fails" + ScriptFailure.reason(failure);
      return step(script, Result.FAILS, System.nanoTime() - begin, problem);
    }
  }

  private static Step step(MigrationInfo script, Result result, long nanos, String problem) {
    return new Step(
        script.getVersion().getVersion(),
        script.getDescription(),
        result,
        Duration.ofNanos(nanos),
        problem);
  }

  /** What a script runs on. */
  private record Transaction(Configuration configuration, Connection connection)
      implements Context {

    @Override
    public Configuration getConfiguration() {
      return configuration;
    }

    @Override
    public Connection getConnection() {
      return connection;
    }
  }
}
