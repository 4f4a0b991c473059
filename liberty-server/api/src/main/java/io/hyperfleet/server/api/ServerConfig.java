package io.hyperfleet.server.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The part of the configuration that the application itself needs; checked by the launcher. */
@Dependent
class ServerConfig {

  /** For probes, and for telling those who are too many. */
  static final int SPARE_THREADS = 10;

  @Inject
  @ConfigProperty(name = "hyperfleet.server.host", defaultValue = "localhost")
  String host;

  /** Empty in a container that brings a listener of its own. */
  @Inject
  @ConfigProperty(name = "hyperfleet.server.port")
  Optional<Integer> port;

  @Inject
  @ConfigProperty(name = "hyperfleet.server.tls.enabled", defaultValue = "false")
  boolean tls;

  @Inject
  @ConfigProperty(name = "hyperfleet.server.tls.cert_file")
  Optional<Path> certificate;

  @Inject
  @ConfigProperty(name = "hyperfleet.server.max_body_bytes")
  long maxBodyBytes;

  @Inject
  @ConfigProperty(name = "hyperfleet.server.max_labels")
  int maxLabels;

  /** The declared kinds as JSON. */
  @Inject
  @ConfigProperty(name = "hyperfleet.entities", defaultValue = "[]")
  String entities;

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

  @Inject
  @ConfigProperty(name = "hyperfleet.derived.threads", defaultValue = "150")
  int threads;

  /** Set by tests only: more would be felt as a slow start, and gains little. */
  @Inject
  @ConfigProperty(name = "hyperfleet.derived.warm_up.limit", defaultValue = "2s")
  Duration warmUpLimit;

  /** What the listener shows to clients; empty if it speaks plain HTTP. */
  Optional<Path> shownCertificate() {
    return certificate.filter(file -> tls);
  }

  /**
   * Whether the launcher is still bringing a database up. Unlike all others this changes, so it is
   * read each time; the launcher takes it away when there is something to connect to.
   */
  boolean databaseIsStarting() {
    return Boolean.getBoolean("hyperfleet.derived.database.starting");
  }
}
