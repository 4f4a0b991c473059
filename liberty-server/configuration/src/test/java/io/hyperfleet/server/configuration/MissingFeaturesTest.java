package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hyperfleet.json.yaml.YamlPlace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not there yet is never asked for in vain. */
class MissingFeaturesTest {

  @SuppressWarnings("unused") // by name
  private static final List<Setting> MISSING =
      Settings.ALL.stream().filter(setting -> setting.support().isMissing()).toList();

  @TempDir Path directory;

  private Resolving resolving;

  @BeforeEach
  void startAfresh() {
    resolving = new Resolving(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server: {hostname: a}",
        "server: {jwt: {enabled: true}}",
        "server: {jwt: {configs: [{issuer_url: 'https://a'}]}}",
        "server: {tenant: {enabled: true}}",
        "server: {tenant: {dimensions: [{key: a}]}}",
        "database: {debug: true}",
        "logging: {format: json}",
        "logging: {output: stderr}",
        "logging: {masking: {enabled: true}}",
        "logging: {masking: {fields: [a, b]}}",
        "logging: {otel: {enabled: true}}",
        "tracing: {enabled: true}",
        "metrics: {reconciliation_stuck_threshold: 5m}",
      })
  @DisplayName("OPS-028 to 031, until they are built: what is not there is refused")
  void switchingItOnIsRefused(String yaml) {
    resolving.yaml(yaml);

    assertThat(resolving.faults())
        .singleElement()
        .asString()
        .contains("from the configuration file must stay ", "because there is no support for ")
        .contains("set it with ");
  }

  @ParameterizedTest
  @FieldSource("MISSING")
  void leavingItOffIsFine(Setting setting) {
    setting.variable().ifPresent(name -> resolving.variable(name, setting.defaultValue()));

    assertThat(resolving.resolve().text(setting.path())).isEqualTo(setting.defaultValue());
  }

  @Test
  void aListWithNothingInItIsFine() {
    resolving.yaml("entities: []\nserver: {jwt: {configs: [], enabled: false}}");

    assertThat(resolving.resolve().warnings()).isEmpty();
  }

  @Test
  void aListMustBeOne() {
    resolving.yaml("entities: Channel\nlogging: {masking: {fields: [a, [b]]}}");

    assertThat(resolving.faults())
        .hasSize(2)
        .anyMatch(fault -> fault.endsWith("entities must be a list"))
        .anyMatch(fault -> fault.endsWith("logging.masking.fields must be a list of words"));
  }

  @Test
  void anItemOfAListOfGroupsMustBeOne() {
    resolving.withEveryFeature().yaml("server:\n jwt:\n  configs: [{url: a}, B, {port: .inf}]\n");

    assertThat(resolving.faults())
        .hasSize(2)
        .anyMatch(
            fault ->
                fault.endsWith("config.yaml:3:23: server.jwt.configs[1] must be a group of keys"))
        .anyMatch(
            fault ->
                fault.endsWith(
                    "config.yaml:3:33: .inf is not a number in JSON; write it in decimals"));
  }

  @Test
  void aListOfGroupsKeepsItsShapeAndItsPlaces() {
    resolving
        .withEveryFeature()
        .yaml("server:\n jwt:\n  configs:\n  - url: a\n    ids: [a, b]\n  - {url: b}\n");

    Configuration configuration = resolving.resolve();

    assertThat(configuration.groups("server.jwt.configs"))
        .extracting(group -> group.members().get("url").place())
        .extracting(YamlPlace::path, YamlPlace::line, YamlPlace::column)
        .containsExactly(
            tuple("server.jwt.configs[0].url", 4, 5), tuple("server.jwt.configs[1].url", 6, 6));
    assertThat(configuration.groups("server.tenant.dimensions")).isEmpty();
  }

  @Test
  void theServerGetsAListOfGroupsAsJsonWithoutADollarThatMeansSomethingToIt() {
    resolving
        .withEveryFeature()
        .yaml("server: {jwt: {configs: [{url: '${a}', size: 53, port: '1'}]}}");

    Configuration configuration = resolving.resolve();

    assertThat(configuration.asProperties())
        .containsEntry(
            "hyperfleet.server.jwt.configs",
            "[{\"port\":\"1\",\"size\":53,\"url\":\"\\u0024{a}\"}]");
    assertThat(configuration.entries())
        .contains(
            new Configuration.Entry(
                "server.jwt.configs", "[...]", "yaml", "the configuration file"));
  }

  @Test
  @DisplayName("OPS-012: words with commas fill a list")
  void aListOfWordsIsTheSameInTheFileAndInAVariable() {
    resolving.withEveryFeature().yaml("logging: {masking: {fields: [a, ' b ']}}");
    assertThat(resolving.resolve().text("logging.masking.fields")).isEqualTo("a,b");

    resolving.variable("HYPERFLEET_LOGGING_MASKING_FIELDS", "c, d");
    assertThat(resolving.resolve().text("logging.masking.fields")).isEqualTo("c,d");
  }

  @Test
  void whatHasNoEffectIsAcceptedAndSaid() {
    resolving
        .yaml("metrics: {label_metrics_inclusion_duration: 1h}")
        .variable("OTEL_SERVICE_NAME", "fleet");

    assertThat(resolving.resolve().warnings())
        .containsExactlyInAnyOrder(
            "metrics.label_metrics_inclusion_duration from the configuration file has no effect",
            "tracing.service_name from OTEL_SERVICE_NAME has no effect");
  }

  @Test
  @DisplayName("OPS-034: OTEL_SERVICE_NAME comes second")
  void theNameInTracesComesFromItsOwnVariableFirst() {
    resolving.variable("OTEL_SERVICE_NAME", "shared");
    assertThat(resolving.resolve().text("tracing.service_name")).isEqualTo("shared");

    resolving.variable("HYPERFLEET_TRACING_SERVICE_NAME", "own");
    assertThat(resolving.resolve().text("tracing.service_name")).isEqualTo("own");
  }

  @Test
  @DisplayName("OPS-033: logging.otel.enabled is tracing.enabled")
  void theDeprecatedSwitchOfTracingWorksWithAWarningUnlessTheNewOneIsThere() {
    resolving.withEveryFeature().variable("HYPERFLEET_LOGGING_OTEL_ENABLED", "true");
    assertThat(resolving.resolve().isOn("tracing.enabled")).isTrue();
    assertThat(resolving.resolve().warnings())
        .containsExactly(
            "logging.otel.enabled from HYPERFLEET_LOGGING_OTEL_ENABLED is deprecated; use"
                + " tracing.enabled");

    resolving.yaml("tracing: {enabled: false}");
    assertThat(resolving.resolve().isOn("tracing.enabled")).isFalse();
    assertThat(resolving.resolve().warnings())
        .singleElement()
        .asString()
        .contains("deprecated and ignored");
  }
}
