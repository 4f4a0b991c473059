package io.hyperfleet.server.config;

import static io.hyperfleet.server.config.ValueType.atLeast;
import static io.hyperfleet.server.config.ValueType.bool;
import static io.hyperfleet.server.config.ValueType.databaseUrl;
import static io.hyperfleet.server.config.ValueType.duration;
import static io.hyperfleet.server.config.ValueType.host;
import static io.hyperfleet.server.config.ValueType.identifier;
import static io.hyperfleet.server.config.ValueType.logLevel;
import static io.hyperfleet.server.config.ValueType.number;
import static io.hyperfleet.server.config.ValueType.oneOf;
import static io.hyperfleet.server.config.ValueType.port;
import static io.hyperfleet.server.config.ValueType.requiredText;
import static io.hyperfleet.server.config.ValueType.secret;
import static io.hyperfleet.server.config.ValueType.text;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every key there is. A new one is a new line here, and nothing else in this package. */
public final class Settings {

  /** The keys whose ports must differ, since each is a listener of its own. */
  static final List<String> LISTENER_PORTS = List.of("server.port", "health.port", "metrics.port");

  static final Setting DATABASE_URL =
      Setting.of("database.url", "--db-url", databaseUrl(), "", "All of the above in one URL")
          .orVariable("DATABASE_URL");

  /** Keys that stand for another one unless they are set. */
  static final Map<String, String> SAME_AS =
      Map.of(
          "database.migration.host", "database.host",
          "database.migration.port", "database.port",
          "database.migration.username", "database.username",
          "database.migration.password", "database.password");

  public static final List<Setting> ALL =
      List.of(
          Setting.of("server.host", "--server-host", host(), "localhost", "Address of the API"),
          Setting.of("server.port", "--server-port", port(), "8000", "Port of the API"),
          Setting.of(
              "server.max_body_bytes",
              "--server-max-body-bytes",
              number(1, 1 << 30),
              "1048576",
              "Largest request body"),
          Setting.of(
              "server.openapi_schema_path",
              "--server-openapi-schema-path",
              text(),
              "",
              "OpenAPI 3 file with the schemas of specs; without one, specs may hold anything"),
          Setting.of("database.host", "--db-host", host(), "localhost", "PostgreSQL server"),
          Setting.of("database.port", "--db-port", port(), "5432", "Port of PostgreSQL"),
          Setting.of("database.name", "--db-name", requiredText(), "hyperfleet", "Database"),
          Setting.of("database.username", "--db-username", requiredText(), "hyperfleet", "User"),
          Setting.of("database.password", "--db-password", secret(), "", "Password of the user"),
          DATABASE_URL,
          Setting.of("database.schema", "--db-schema", identifier(), "app", "Schema of the tables"),
          Setting.of(
              "database.ssl.mode",
              "--db-ssl-mode",
              oneOf("disable", "require", "verify-ca", "verify-full"),
              "disable",
              "TLS to PostgreSQL"),
          Setting.of(
              "database.ssl.root_cert_file",
              "--db-root-cert-file",
              text(),
              "",
              "PEM file of the authority that PostgreSQL's certificate must come from"),
          Setting.of(
              "database.pool.max_connections",
              "--db-max-open-connections",
              number(1, 200),
              "50",
              "Most connections at once"),
          Setting.of(
              "database.pool.conn_retry_attempts",
              "--db-conn-retry-attempts",
              atLeast(1),
              "10",
              "How often to try to reach PostgreSQL at start"),
          Setting.of(
              "database.pool.conn_retry_interval",
              "--db-conn-retry-interval",
              duration(Duration.ZERO),
              "3s",
              "Pause between two tries"),
          Setting.of(
              "database.pool.advisory_lock_timeout",
              "--db-advisory-lock-timeout",
              duration(Duration.ZERO),
              "5m",
              "How long to wait while another process migrates; 0 stands for 5m"),
          Setting.of(
              "database.migration.on_start",
              "--db-migration-on-start",
              bool(),
              "true",
              "Whether serve migrates; if not, it only starts on tables that are up to date"),
          Setting.of(
              "database.migration.host",
              "--db-migration-host",
              host(),
              "",
              "Server for migrations, past a pooler; else database.host"),
          Setting.of(
              "database.migration.port",
              "--db-migration-port",
              port(),
              "",
              "Its port; else database.port"),
          Setting.of(
              "database.migration.username",
              "--db-migration-username",
              requiredText(),
              "",
              "User that owns the tables; else database.username"),
          Setting.of(
              "database.migration.password",
              "--db-migration-password",
              secret(),
              "",
              "Its password; else database.password"),
          Setting.of(
              "database.migration.timeout",
              "--db-migration-timeout",
              duration(Duration.ZERO),
              "0s",
              "Most time for the command migrate, waiting included; 0s is no limit"),
          Setting.of("health.host", "--health-host", host(), "localhost", "Address of the probes"),
          Setting.of("health.port", "--health-port", port(), "8080", "Port of the probes"),
          Setting.of(
              "health.db_ping_timeout",
              "--health-db-ping-timeout",
              duration(Duration.ofMillis(1)),
              "2s",
              "How long readiness waits for PostgreSQL"),
          Setting.of("metrics.host", "--metrics-host", host(), "localhost", "Address of /metrics"),
          Setting.of("metrics.port", "--metrics-port", port(), "9090", "Port of /metrics"),
          Setting.of(
                  "logging.level",
                  "--log-level",
                  logLevel(),
                  "info",
                  "Least serious record that is logged")
              .orFlag("-l"));

  private Settings() {}
}
