package io.hyperfleet.persistence.migration;

import io.hyperfleet.persistence.migration.lock.LockToken;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Lets Flyway begin no script, and keep none, unless the lock is still held. */
final class LockGuard extends BaseCallback {

  private static final Logger LOG = System.getLogger(SchemaMigration.class.getName());

  /**
   * Flyway's own lock sits in an idle transaction as well. Touches only sessions that would be cut,
   * because behind a pooler the setting may outlive us.
   */
  private static final String STAY =
      """
      SELECT set_config('application_name', ?, false),
        (SELECT set_config(name, '0', false) FROM pg_settings
         WHERE name = 'idle_in_transaction_session_timeout' AND setting <> '0')
      """;

  /**
   * A statement goes on when the program that sent it is dead, unless the server looks after it.
   * Passed over by servers before PostgreSQL 14 and by those that cannot look.
   */
  private static final String END_WITH_ME =
      """
      SELECT set_config(name, '500ms', ?) FROM pg_settings
      WHERE name = 'client_connection_check_interval'
        AND version() LIKE '%linux%'
      """;

  private final LockToken token;
  private Optional<MigrationInfo> running = Optional.empty();
  private long begin;

  LockGuard(LockToken token) {
    this.token = token;
  }

  /** What was begun last and not finished. */
  Optional<MigrationInfo> running() {
    return running;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_CONNECT
        || event == Event.BEFORE_EACH_MIGRATE
        || event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      if (event == Event.AFTER_CONNECT) {
        stay(context.getConnection());
      } else if (event == Event.BEFORE_EACH_MIGRATE) {
        begin(context);
      } else {
        end(context.getMigrationInfo());
      }
    } catch (SQLException failure) {
      throw new FlywayException("the session of a migration cannot be set up", failure);
    }
  }

  private void stay(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STAY)) {
      statement.setString(1, token.holder());
      statement.execute();
    }
  }

  private void begin(Context context) throws SQLException {
    running = Optional.of(context.getMigrationInfo());
    token.ensureHeld();
    Connection connection = context.getConnection();
    try (PreparedStatement statement = connection.prepareStatement(END_WITH_ME)) {
      statement.setBoolean(1, !connection.getAutoCommit());
      statement.execute();
    }
    begin = System.nanoTime();
    LOG.log(Level.INFO, "Applying {0}", Migration.named(context.getMigrationInfo()));
  }

  private void end(MigrationInfo migration) {
    token.ensureHeld();
    running = Optional.empty();
    LOG.log(
        Level.INFO,
        "Applied {0} duration_ms={1,number,#}",
        Migration.named(migration),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
  }
}
