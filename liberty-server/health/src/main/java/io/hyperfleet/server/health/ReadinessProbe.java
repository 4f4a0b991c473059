package io.hyperfleet.server.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

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

  /** On a thread of its own, because no timeout of a driver covers all that a ping may wait for. */
  private Answer ping() {
    Future<Boolean> ping = executor.submit(this::isValid);
    try {
      return ping.get(pingTimeout.toNanos(), TimeUnit.NANOSECONDS)
          ? Answer.OK
          : failed("database unavailable", "the connection is not valid");
    } catch (TimeoutException late) {
      ping.cancel(true);
      return failed("database ping timeout", "no answer within " + pingTimeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      return failed("database unavailable", e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("database unavailable", "interrupted");
    }
  }

  private boolean isValid() throws SQLException {
    try (Connection connection = database.getConnection()) {
      // Longer than anybody waits, or a ping that is late would look like a connection that broke.
      return connection.isValid((int) pingTimeout.toSeconds() + 1);
    }
  }

  private static Answer failed(String reason, String cause) {
    LOG.log(Level.WARNING, "Readiness check: database ping failed: {0}", cause);
    return Answer.notReady(reason);
  }
}
