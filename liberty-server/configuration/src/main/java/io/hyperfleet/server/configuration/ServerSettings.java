package io.hyperfleet.server.configuration;

import static io.hyperfleet.server.configuration.Support.AUTHENTICATION;
import static io.hyperfleet.server.configuration.Support.LOG_SHAPES;
import static io.hyperfleet.server.configuration.Support.TENANTS;
import static io.hyperfleet.server.configuration.ValueType.bool;
import static io.hyperfleet.server.configuration.ValueType.duration;
import static io.hyperfleet.server.configuration.ValueType.file;
import static io.hyperfleet.server.configuration.ValueType.host;
import static io.hyperfleet.server.configuration.ValueType.number;
import static io.hyperfleet.server.configuration.ValueType.optional;
import static io.hyperfleet.server.configuration.ValueType.port;
import static io.hyperfleet.server.configuration.ValueType.text;

import java.time.Duration;
import java.util.List;

/** The API itself, and who may use it. */
final class ServerSettings {

  private static final Duration SECOND = Duration.ofSeconds(1);

  static final List<Setting> ALL =
      List.of(
          Setting.of(
                  "server.hostname",
                  "--server-hostname",
                  optional(host()),
                  "",
                  "Name of this machine in the log; empty takes the one that the system knows")
              .support(LOG_SHAPES),
          Setting.of("server.host", "--server-host", host(), "localhost", "Address of the API"),
          Setting.of("server.port", "--server-port", port(), "8000", "Port of the API"),
          Setting.of(
              "server.max_body_bytes",
              "--server-max-body-bytes",
              number(1, 1 << 30),
              "1048576",
              "Largest request body; a larger one is 413"),
          Setting.of(
              "server.max_labels",
              "--server-max-labels",
              number(1, 10_000),
              "1000",
              "Most labels of a resource; a request with more is 400"),
          Setting.of(
              "server.openapi_schema_path",
              "--server-openapi-schema-path",
              text(),
              "",
              "OpenAPI 3 file with the schemas of specs; without one, specs may hold anything"),
          Setting.of(
              "server.timeouts.read",
              "--server-read-timeout",
              duration(SECOND).inWholeSeconds(),
              "5s",
              "How long a client may take between two parts of its request"),
          Setting.of(
              "server.timeouts.write",
              "--server-write-timeout",
              duration(SECOND).inWholeSeconds(),
              "35s",
              "How long an answer may take to be written; longer than"
                  + " `database.pool.request_timeout`"),
          Setting.of(
              "server.tls.enabled",
              "--server-https-enabled",
              bool(),
              "false",
              "TLS on the API; needs both files"),
          Setting.of(
              "server.tls.cert_file",
              "--server-https-cert-file",
              optional(file()),
              "",
              "PEM file of the API's certificate"),
          Setting.of(
              "server.tls.key_file",
              "--server-https-key-file",
              optional(file()),
              "",
              "PEM file of its private key"),
          Setting.of(
                  "server.jwt.enabled",
                  "--server-jwt-enabled",
                  bool(),
                  "false",
                  "Authenticate callers; on by default once it can be")
              .support(AUTHENTICATION),
          Setting.inFileOnly("server.jwt.configs", "Issuers whose tokens are accepted")
              .support(AUTHENTICATION),
          Setting.of(
                  "server.tenant.enabled",
                  "--server-tenant-enabled",
                  bool(),
                  "false",
                  "Keep tenants apart")
              .support(TENANTS),
          Setting.of(
                  "server.tenant.system_header",
                  "--server-tenant-system-header",
                  text(),
                  "",
                  "Header that marks a caller above all tenants")
              .support(TENANTS),
          Setting.inFileOnly("server.tenant.dimensions", "Headers that tell the tenant")
              .support(TENANTS));

  private ServerSettings() {}
}
