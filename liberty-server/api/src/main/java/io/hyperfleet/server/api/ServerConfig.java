package io.hyperfleet.server.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The part of the configuration that the application itself needs; checked by the launcher. */
@Dependent
class ServerConfig {

  @Inject
  @ConfigProperty(name = "hyperfleet.server.max_body_bytes")
  long maxBodyBytes;

  /** Empty: no provider's schema, specs may hold anything. */
  @Inject
  @ConfigProperty(name = "hyperfleet.server.openapi_schema_path")
  Optional<String> openApiSchemaPath;

  @Inject
  @ConfigProperty(name = "hyperfleet.database.schema")
  String schema;

  @Inject
  @ConfigProperty(name = "hyperfleet.database.pool.conn_retry_attempts")
  int connectAttempts;

  @Inject
  @ConfigProperty(name = "hyperfleet.database.pool.conn_retry_interval")
  Duration connectInterval;

  @Inject
  @ConfigProperty(name = "hyperfleet.database.pool.advisory_lock_timeout")
  Duration advisoryLockTimeout;

  @Inject
  @ConfigProperty(name = "hyperfleet.database.migration.on_start")
  boolean migrateOnStart;

  @Inject
  @ConfigProperty(name = "hyperfleet.database.pool.max_connections")
  int maxConnections;

  @Inject
  @ConfigProperty(name = "hyperfleet.database.pool.max_idle_connections")
  int maxIdleConnections;

  @Inject
  @ConfigProperty(name = "hyperfleet.database.pool.conn_max_lifetime")
  Duration connectionLifetime;

  @Inject
  @ConfigProperty(name = "hyperfleet.database.pool.request_timeout")
  Duration requestTimeout;

  @Inject
  @ConfigProperty(name = "hyperfleet.database.pool.acquire_timeout")
  Optional<Duration> acquireTimeout;

  @Inject
  @ConfigProperty(name = "hyperfleet.database.statement_timeout")
  Duration statementTimeout;
}
