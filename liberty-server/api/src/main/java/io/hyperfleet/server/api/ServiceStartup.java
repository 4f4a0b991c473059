package io.hyperfleet.server.api;

import io.hyperfleet.application.resource.SpecSchemas;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.persistence.failure.ConnectFailure;
import io.hyperfleet.persistence.migration.MigrationFailedException;
import io.hyperfleet.persistence.migration.SchemaMigration;
import io.hyperfleet.persistence.migration.SchemaRefusedException;
import io.hyperfleet.persistence.migration.lock.MigrationLockException;
import io.hyperfleet.rest.request.WarmUpPass;
import io.hyperfleet.server.tls.TlsFailure;
import io.hyperfleet.server.warmup.OwnListener;
import io.hyperfleet.server.warmup.WarmUp;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.sql.DataSource;

/**
 * Makes the service ready as the application comes up: reads the provider's schemas and brings the
 * database up to date. It works beside the start of the server, so that probes and clients get an
 * answer while the database is still away.
 */
@ApplicationScoped
class ServiceStartup {

  private static final Logger LOG = System.getLogger(ServiceStartup.class.getName());

  /** Between two looks at something that takes a second. */
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  /** Not shared: the lock's connection must not be the one that scripts run on. */
  @Resource(lookup = "jdbc/migration", shareable = false)
  DataSource database;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  ManagedScheduledExecutorService executor;

  @Inject ServerConfig config;

  @Inject Lifecycle lifecycle;

  @Inject SchemaMetrics metrics;

  @Inject ConnectionPool pool;

  /** Not made before it is asked for, so that a file at fault is told like any other failure. */
  @Inject Instance<SpecSchemas> schemas;

  @Inject WarmUpPass pass;

  @Inject KindCatalogue kinds;

  private volatile Future<?> pending;

  void comeUp(@Observes Startup event) throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .registerMBean(lifecycle, new ObjectName(Lifecycle.NAME));
    pool.open();
    pending = executor.submit(() -> guarded(this::start));
  }

  void goDown(@Observes Shutdown event) throws JMException {
    pending.cancel(true);
    pool.close();
    ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(Lifecycle.NAME));
  }

  /** Nobody looks at what becomes of the task, so whatever it throws has to be told here. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Could not start", e);
      lifecycle.failed("the service could not start: " + rootMessage(e));
    }
  }

  private void start() {
    try {
      schemas.get();
    } catch (RuntimeException e) {
      fail("server.openapi_schema_path is not usable: " + rootMessage(e));
      return;
    }
    config.openApiSchemaPath.ifPresent(
        file -> LOG.log(Level.INFO, "Schema validation enabled schema_path={0}", file));
    attempt(0);
  }

  private void fail(String reason) {
    LOG.log(Level.ERROR, reason);
    lifecycle.failed(reason);
  }

  private void attempt(int retries) {
    if (config.databaseIsStarting()) {
      tryAgain(retries, A_MOMENT);
      return;
    }
    try (Connection probe = database.getConnection()) {
      ConnectionBudget.tell(probe, config.maxConnections);
    } catch (SQLException e) {
      TlsFailure.explain(e)
          .or(() -> ConnectFailure.permanent(e))
          .ifPresentOrElse(this::fail, () -> retry(retries, e));
      return;
    }
    migrate();
  }

  private void retry(int retries, SQLException failure) {
    if (retries >= config.connectAttempts) {
      fail(ConnectFailure.gaveUp(failure, retries));
      return;
    }
    LOG.log(
        Level.WARNING,
        "Database connection failed, retrying... retry={0} max_retries={1} retry_interval={2}"
            + " error={3}",
        retries + 1,
        config.connectAttempts,
        config.connectInterval,
        ConnectFailure.message(failure));
    tryAgain(retries + 1, config.connectInterval);
  }

  private void tryAgain(int retries, Duration wait) {
    pending =
        executor.schedule(
            () -> guarded(() -> attempt(retries)), wait.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void migrate() {
    try {
      SchemaMigration migration =
          new SchemaMigration(database, config.schema, config.advisoryLockTimeout);
      metrics.show(config.migrateOnStart ? migration.migrate() : migration.validate());
      warmUp();
      lifecycle.started();
      LOG.log(Level.INFO, "Application ready to receive traffic");
    } catch (SchemaRefusedException | MigrationLockException | MigrationFailedException e) {
      LOG.log(Level.DEBUG, "Could not migrate", e);
      fail(e.getMessage());
    }
  }

  /**
   * Where there is no listener of ours, as in a container that tests bring, nobody would answer.
   */
  private void warmUp() {
    config.port.ifPresent(
        port -> {
          OwnListener listener =
              new OwnListener(config.host, port, config.shownCertificate(), pass);
          new WarmUp(listener, kinds.all().get(0), executor, config.warmUpLimit).run();
        });
  }

  /** The innermost cause says what happened; one line of it is for people. */
  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }
}
