package io.hyperfleet.persistence.schema;

import io.hyperfleet.persistence.schema.lock.LockToken;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Lets Flyway begin no script, and keep none, unless the lock is still held. */
final class LockGuard extends BaseCallback {

  /**
   * Flyway's own lock sits in an idle transaction as well. Touches only sessions that would be cut,
   * because behind a pooler the setting may outlive us.
   */
  private static final String STAY =
      """
      SELECT set_config(name, '0', false) FROM pg_settings
      WHERE name = 'idle_in_transaction_session_timeout' AND setting <> '0'
      """;

  private final LockToken token;

  LockGuard(LockToken token) {
    this.token = token;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_CONNECT
        || event == Event.BEFORE_EACH_MIGRATE
        || event == Event.AFTER_EACH_MIGRATE;
  }

  @Override
  public void handle(Event event, Context context) {
    if (event == Event.AFTER_CONNECT) {
      stay(context.getConnection());
    } else {
      token.ensureHeld();
    }
  }

  private static void stay(Connection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(STAY);
    } catch (SQLException failure) {
      throw new FlywayException("the session of a migration cannot be kept open", failure);
    }
  }
}
