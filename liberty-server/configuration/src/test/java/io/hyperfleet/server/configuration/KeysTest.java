package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The names and the rules by which operators of the Go service know its keys. */
class KeysTest {

  @SuppressWarnings("unused") // by name
  private static final List<Setting> DURATIONS =
      Settings.ALL.stream()
          .filter(setting -> setting.type().rule().startsWith("a duration"))
          .filter(setting -> !setting.support().isMissing())
          .toList();

  @SuppressWarnings("unused") // by name
  private static final List<String> NAMES_OF_THE_GO_SERVICE =
      """
          server.hostname --server-hostname
          server.host --server-host
          server.port --server-port
          server.openapi_schema_path --server-openapi-schema-path
          server.timeouts.read --server-read-timeout
          server.timeouts.write --server-write-timeout
          server.tls.enabled --server-https-enabled
          server.tls.cert_file --server-https-cert-file
          server.tls.key_file --server-https-key-file
          server.jwt.enabled --server-jwt-enabled
          server.jwt.configs
          server.tenant.enabled --server-tenant-enabled
          server.tenant.system_header --server-tenant-system-header
          server.tenant.dimensions
          database.dialect --db-dialect
          database.host --db-host
          database.port --db-port
          database.name --db-name
          database.username --db-username
          database.password --db-password
          database.debug --db-debug
          database.ssl.mode --db-ssl-mode
          database.ssl.root_cert_file --db-root-cert-file
          database.pool.max_connections --db-max-open-connections
          database.pool.max_idle_connections --db-max-idle-connections
          database.pool.conn_max_lifetime --db-conn-max-lifetime
          database.pool.conn_max_idle_time --db-conn-max-idle-time
          database.pool.request_timeout --db-request-timeout
          database.pool.conn_retry_attempts --db-conn-retry-attempts
          database.pool.conn_retry_interval --db-conn-retry-interval
          database.pool.advisory_lock_timeout --db-advisory-lock-timeout
          logging.level --log-level -l
          logging.format --log-format -f
          logging.output --log-output
          logging.masking.enabled --log-masking-enabled
          logging.masking.headers --log-masking-sensitive-headers
          logging.masking.fields --log-masking-sensitive-fields
          logging.otel.enabled
          tracing.enabled
          tracing.service_name
          metrics.host --metrics-host
          metrics.port --metrics-port
          metrics.tls.enabled --metrics-tls-enabled
          metrics.tls.cert_file --metrics-tls-cert-file
          metrics.tls.key_file --metrics-tls-key-file
          metrics.label_metrics_inclusion_duration --metrics-label-metrics-inclusion-duration
          metrics.reconciliation_stuck_threshold --metrics-reconciliation-stuck-threshold
          health.host --health-host
          health.port --health-port
          health.tls.enabled --health-tls-enabled
          health.tls.cert_file --health-tls-cert-file
          health.tls.key_file --health-tls-key-file
          health.shutdown_timeout --health-shutdown-timeout
          health.db_ping_timeout --health-db-ping-timeout
          entities
          """
          .lines()
          .toList();

  @TempDir Path directory;

  private Resolving resolving;

  @BeforeEach
  void startAfresh() {
    resolving = new Resolving(directory);
  }

  @ParameterizedTest
  @FieldSource("NAMES_OF_THE_GO_SERVICE")
  @DisplayName("OPS-007, 008, 009: every key has the names that the Go service documents")
  void everyKeyOfTheGoServiceHasItsNames(String names) {
    List<String> words = List.of(names.split(" "));
    Setting setting = setting(words.get(0));

    assertThat(setting.flags()).isEqualTo(words.subList(1, words.size()));
    assertThat(setting.property()).isEqualTo("hyperfleet." + words.get(0));
    setting
        .variable()
        .ifPresent(
            name ->
                assertThat(name.toLowerCase(Locale.ROOT))
                    .isEqualTo(setting.property().replace('.', '_')));
  }

  @ParameterizedTest
  @FieldSource("DURATIONS")
  @DisplayName("OPS-011, 041: durations are written as in Go, wherever")
  void everyDurationIsWrittenAsInGoByWhoeverWritesIt(Setting setting) {
    Resolving yaml = roomFor(setting).yaml(setting.path().replace(".", ": {") + ": 1m0.5s}}");
    if (setting.path().split("\\.").length == 2) {
      yaml.yaml(setting.path().replace(".", ": {") + ": 1m0.5s}");
    }
    assertThat(yaml.resolve().text(setting.path())).isEqualTo("60500ms");

    Resolving variable = roomFor(setting).variable(setting.variable().orElseThrow(), "60.5s");
    assertThat(variable.resolve().text(setting.path())).isEqualTo("60500ms");

    Resolving flag = roomFor(setting).flag(setting.flag().orElseThrow(), "1m500ms");
    assertThat(flag.resolve().text(setting.path())).isEqualTo("60500ms");
  }

  @ParameterizedTest
  @CsvSource({
    "server.port, 0",
    "server.port, 65536",
    "health.port, 0",
    "health.port, 65536",
    "metrics.port, 0",
    "metrics.port, 65536",
    "database.port, 0",
    "database.port, 65536",
    "server.host, a b",
    "database.host, http://a",
    "server.timeouts.read, 999ms",
    "server.timeouts.write, 999ms",
    "health.shutdown_timeout, 999ms",
    "health.shutdown_timeout, 121s",
    "metrics.reconciliation_stuck_threshold, 0s",
    "metrics.reconciliation_stuck_threshold, -1s",
    "database.pool.max_connections, 0",
    "database.pool.max_connections, 201",
    "database.pool.conn_retry_attempts, 0",
    "database.dialect, mysql",
    "database.ssl.mode, prefer",
    "database.pooler_mode, statement",
    "logging.level, INFO",
    "logging.level, warning",
    "logging.format, yaml",
    "logging.output, syslog",
  })
  @DisplayName("OPS-015 to 017, 019 to 024, 042: what breaks a rule is refused")
  void whatBreaksARuleIsRefused(String path, String text) {
    Setting setting = setting(path);
    resolving.flag(setting.flag().orElseThrow(), text);

    assertThat(resolving.faults())
        .anyMatch(
            fault ->
                fault.startsWith(
                        "%s: \"%s\" from %s must be ".formatted(path, text, setting.flags().get(0)))
                    && fault.contains(setting.variable().orElseThrow()));
  }

  @Test
  @DisplayName("OPS-043, 113: the defaults")
  void whatIsLeftOutIsWhatTheGoServiceHasButForTheWriteTimeout() {
    Configuration configuration = resolving.resolve();

    assertThat(configuration.text("server.timeouts.read")).isEqualTo("5s");
    assertThat(configuration.text("server.timeouts.write")).isEqualTo("35s");
    assertThat(configuration.number("database.pool.max_connections")).isEqualTo(50);
    assertThat(configuration.number("database.pool.max_idle_connections")).isEqualTo(10);
    assertThat(configuration.text("database.pool.conn_max_lifetime")).isEqualTo("5m");
    assertThat(configuration.text("database.pool.conn_max_idle_time")).isEqualTo("1m");
    assertThat(configuration.text("database.pool.request_timeout")).isEqualTo("30s");
    assertThat(configuration.number("database.pool.conn_retry_attempts")).isEqualTo(10);
    assertThat(configuration.text("database.pool.conn_retry_interval")).isEqualTo("3s");
    assertThat(configuration.text("health.db_ping_timeout")).isEqualTo("2s");
    assertThat(configuration.text("health.shutdown_timeout")).isEqualTo("20s");
  }

  @Test
  void aVariableThatIsNearlyOneIsWorthAWarning() {
    resolving
        .variable("HYPERFLEET_SERVER_PROT", "1")
        .variable("HYPERFLEET_API_SERVICE_HOST", "10.0.0.1")
        .variable("HYPERFLEET_DATA_DIR", "/data")
        .variable("HYPERFLEET_JAVA_OPTS", "-Xmx1g");

    assertThat(resolving.resolve().warnings())
        .containsExactly(
            "HYPERFLEET_SERVER_PROT is not known, did you mean HYPERFLEET_SERVER_PORT?");
  }

  @Test
  void aVariableForWhatOnlyTheFileCanHoldIsWorthAWarning() {
    resolving.variable("HYPERFLEET_ENTITIES", "[]");

    assertThat(resolving.resolve().warnings())
        .containsExactly(
            "HYPERFLEET_ENTITIES is not read: set it with entities in the configuration file");
  }

  /** A request may not take longer than its answer. */
  private Resolving roomFor(Setting setting) {
    Resolving fresh = new Resolving(directory).yaml("");
    return setting.path().equals("server.timeouts.write")
        ? fresh
        : fresh.flag("--server-write-timeout", "1h");
  }

  private static Setting setting(String path) {
    return Settings.ALL.stream().filter(it -> it.path().equals(path)).findFirst().orElseThrow();
  }
}
