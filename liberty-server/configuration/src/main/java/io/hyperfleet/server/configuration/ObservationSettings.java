package io.hyperfleet.server.configuration;

import static io.hyperfleet.server.configuration.Support.LOG_SHAPES;
import static io.hyperfleet.server.configuration.Support.MASKING;
import static io.hyperfleet.server.configuration.Support.STUCK_RESOURCES;
import static io.hyperfleet.server.configuration.Support.TRACING;
import static io.hyperfleet.server.configuration.ValueType.bool;
import static io.hyperfleet.server.configuration.ValueType.duration;
import static io.hyperfleet.server.configuration.ValueType.file;
import static io.hyperfleet.server.configuration.ValueType.host;
import static io.hyperfleet.server.configuration.ValueType.logLevel;
import static io.hyperfleet.server.configuration.ValueType.oneOf;
import static io.hyperfleet.server.configuration.ValueType.optional;
import static io.hyperfleet.server.configuration.ValueType.port;
import static io.hyperfleet.server.configuration.ValueType.requiredText;
import static io.hyperfleet.server.configuration.ValueType.words;

import java.time.Duration;
import java.util.List;

/** Probes, metrics, logs and traces: what others see of the program while it runs. */
final class ObservationSettings {

  private static final Duration MILLISECOND = Duration.ofMillis(1);

  static final List<Setting> HEALTH =
      List.of(
          Setting.of("health.host", "--health-host", host(), "localhost", "Address of the probes"),
          Setting.of("health.port", "--health-port", port(), "8080", "Port of the probes"),
          Setting.of(
              "health.tls.enabled",
              "--health-tls-enabled",
              bool(),
              "false",
              "TLS on the probes; without files of its own it takes those of `server.tls`"),
          Setting.of(
              "health.tls.cert_file",
              "--health-tls-cert-file",
              optional(file()),
              "",
              "PEM file of its certificate"),
          Setting.of(
              "health.tls.key_file",
              "--health-tls-key-file",
              optional(file()),
              "",
              "PEM file of its private key"),
          Setting.of(
              "health.shutdown_timeout",
              "--health-shutdown-timeout",
              duration(Duration.ofSeconds(1), Duration.ofSeconds(120)),
              "20s",
              "How long running requests of the API may take to finish after a signal"),
          Setting.of(
              "health.db_ping_timeout",
              "--health-db-ping-timeout",
              duration(MILLISECOND),
              "2s",
              "How long readiness waits for PostgreSQL"));

  static final List<Setting> METRICS =
      List.of(
          Setting.of("metrics.host", "--metrics-host", host(), "localhost", "Address of /metrics"),
          Setting.of("metrics.port", "--metrics-port", port(), "9090", "Port of /metrics"),
          Setting.of(
              "metrics.tls.enabled",
              "--metrics-tls-enabled",
              bool(),
              "false",
              "TLS on /metrics; without files of its own it takes those of `server.tls`"),
          Setting.of(
              "metrics.tls.cert_file",
              "--metrics-tls-cert-file",
              optional(file()),
              "",
              "PEM file of its certificate"),
          Setting.of(
              "metrics.tls.key_file",
              "--metrics-tls-key-file",
              optional(file()),
              "",
              "PEM file of its private key"),
          Setting.of(
                  "metrics.label_metrics_inclusion_duration",
                  "--metrics-label-metrics-inclusion-duration",
                  duration(Duration.ZERO),
                  "168h",
                  "No code of the Go service reads it either")
              .support(Support.WITHOUT_EFFECT),
          Setting.of(
                  "metrics.reconciliation_stuck_threshold",
                  "--metrics-reconciliation-stuck-threshold",
                  duration(MILLISECOND),
                  "10m",
                  "Time without reconciliation after which a resource counts as stuck")
              .support(STUCK_RESOURCES));

  static final List<Setting> LOGGING =
      List.of(
          Setting.of(
                  "logging.level",
                  "--log-level",
                  logLevel(),
                  "info",
                  "Least serious record that is logged")
              .orFlag("-l"),
          Setting.of(
                  "logging.format",
                  "--log-format",
                  oneOf("json", "text"),
                  "text",
                  "Shape of a record; `json` by default once it can be")
              .orFlag("-f")
              .support(LOG_SHAPES),
          Setting.of(
                  "logging.output",
                  "--log-output",
                  oneOf("stdout", "stderr"),
                  "stdout",
                  "Where the log goes")
              .support(LOG_SHAPES),
          Setting.of(
                  "logging.masking.enabled",
                  "--log-masking-enabled",
                  bool(),
                  "false",
                  "Hide headers and fields in logged requests; on by default once it can be")
              .support(MASKING),
          Setting.of(
                  "logging.masking.headers",
                  "--log-masking-sensitive-headers",
                  words(),
                  "Authorization,X-API-Key,Cookie,X-Auth-Token,X-Forwarded-Authorization",
                  "Headers to hide")
              .support(MASKING),
          Setting.of(
                  "logging.masking.fields",
                  "--log-masking-sensitive-fields",
                  words(),
                  "password,secret,token,api_key,access_token,refresh_token,client_secret",
                  "Fields to hide")
              .support(MASKING),
          Setting.withoutFlag(
                  "logging.otel.enabled", bool(), "", "Deprecated name of `tracing.enabled`")
              .support(Support.OTHER_SPELLING));

  static final List<Setting> OTHERS =
      List.of(
          Setting.withoutFlag(
                  "tracing.enabled", bool(), "false", "Write traces; on by default once it can be")
              .support(TRACING),
          Setting.withoutFlag(
                  "tracing.service_name",
                  requiredText(),
                  "hyperfleet-api",
                  "Name of the service in traces; nothing reads it while there is no tracing")
              .orVariable("OTEL_SERVICE_NAME")
              .support(Support.WITHOUT_EFFECT),
          Setting.inFileOnly(
              DeclaredKinds.PATH,
              "Kinds that an operator declares; without any, the five of the Go service's example"),
          Setting.of(
              "secrets.files_only",
              "--secrets-files-only",
              bool(),
              "false",
              "Refuse a password that does not come from a file named by a `_FILE` variable"));

  private ObservationSettings() {}
}
