package io.hyperfleet.server.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether requests may be sent here, and if not, why. */
@ApplicationScoped
class ReadinessProbe {

  /** The answer; {@code reason} is empty when the status is {@code ok}. */
  record Answer(String status, Optional<String> reason) {

    static final Answer OK = new Answer("ok", Optional.empty());

    static Answer notReady(String reason) {
      return new Answer("not_ready", Optional.of(reason));
    }

    boolean isOk() {
      return reason.isEmpty();
    }
  }

  private static final Logger LOG = System.getLogger(ReadinessProbe.class.getName());

  @Resource(lookup = "jdbc/health")
  DataSource database;

  @Inject
  @ConfigProperty(name = "hyperfleet.health.db_ping_timeout")
  Duration pingTimeout;

  Answer answer() {
    return switch (Phase.current()) {
      case SHUTTING_DOWN ->
          new Answer("shutting_down", Optional.of("Application is shutting down"));
      case STARTING -> Answer.notReady("Application is not ready");
      case READY -> ping();
    };
  }

  private Answer ping() {
    long start = System.nanoTime();
    try (Connection connection = database.getConnection()) {
      if (connection.isValid(seconds())) {
        return Answer.OK;
      }
      return failed(start, "the connection is not valid");
    } catch (SQLException e) {
      return failed(start, e.getMessage());
    }
  }

  private Answer failed(long start, String cause) {
    LOG.log(Level.WARNING, "Readiness check: database ping failed: {0}", cause);
    boolean late = System.nanoTime() - start >= pingTimeout.toNanos();
    return Answer.notReady(late ? "database ping timeout" : "database unavailable");
  }

  private int seconds() {
    return (int) Math.max(1, pingTimeout.toSeconds());
  }
}
