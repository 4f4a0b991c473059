package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hyperfleet.server.configuration.ReferenceTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {

  private static final String SECRET = "s3cret";

  private static final String RULE =
      """

        - type: %s
          when: {expression: "%s"}
          output:
            status: {expression: "%s"}
            reason: {expression: "''"}
            message: {expression: "''"}\
      """;

  @TempDir Path directory;

  private final Map<String, String> environment = new TreeMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void sayOneThingFromEachSource() throws IOException {
    environment.put("HYPERFLEET_CONFIG", file("config.yaml", "server: {port: 1}"));
    environment.put("HYPERFLEET_HEALTH_PORT", "2");
    environment.put("HYPERFLEET_DATABASE_PASSWORD_FILE", file("password", SECRET));
  }

  @Test
  void showTellsWhatHoldsAndWhoSaysSo() {
    assertThat(run("config show --metrics-port 3")).isZero();
    assertThat(lines(out))
        .anyMatch(line -> line.matches("server.port +1 +the configuration file"))
        .anyMatch(line -> line.matches("health.port +2 +HYPERFLEET_HEALTH_PORT"))
        .anyMatch(line -> line.matches("metrics.port +3 +--metrics-port"))
        .anyMatch(line -> line.matches("logging.level +info +default"))
        .anyMatch(
            line ->
                line.matches(
                    "database.password +\\*{3}REDACTED\\*{3} +HYPERFLEET_DATABASE_PASSWORD_FILE"))
        .noneMatch(line -> line.contains(SECRET));
  }

  @Test
  void showTellsMachinesTheSame() throws IOException {
    assertThat(run("config show --output json --metrics-port 3")).isZero();

    JsonNode keys = new ObjectMapper().readTree(out.toByteArray());

    assertThat(keys.at("/server.port").toString())
        .isEqualTo("{\"value\":\"1\",\"source\":\"yaml\",\"origin\":\"the configuration file\"}");
    assertThat(keys.at("/metrics.port/source").asText()).isEqualTo("flag");
    assertThat(keys.at("/database.migration.password/origin").asText())
        .isEqualTo("same as database.password");
    assertThat(keys.toString()).doesNotContain(SECRET);
  }

  @Test
  void checkIsSilentAboutNothingThatIsWrong() {
    environment.put("HYPERFLEET_SERVER_JWT_ENABLED", "true");
    environment.put("DATABASE_URL", "mysql://u:" + SECRET + "@h/n");

    assertThat(run("config check --server-port 0")).isEqualTo(1);
    assertThat(lines(err))
        .hasSize(3)
        .allMatch(line -> line.startsWith("hyperfleet-api: "))
        .noneMatch(line -> line.contains(SECRET));
    assertThat(out.size()).isZero();
  }

  @Test
  void checkSaysThatAllIsWell() {
    assertThat(run("config check --health-db-ping-timeout 5s")).isZero();
    assertThat(lines(out)).startsWith("The configuration is valid");
    assertThat(lines(err))
        .singleElement()
        .asString()
        .startsWith("hyperfleet-api: warning: health.db_ping_timeout");
  }

  @Test
  void checkShowsWhereTheKindsWillBe() throws IOException {
    declare("[{kind: Depot, plural: depots}, {kind: Crate, plural: crates, parent_kind: Depot}]");

    assertThat(run("config check")).isZero();
    assertThat(lines(out))
        .containsExactly(
            "The configuration is valid",
            "Collections below /api/hyperfleet/v1:",
            "  Depot     /depots",
            "  Crate     /crates  /depots/{id}/crates",
            "  any kind  /resources");
  }

  @Test
  void checkShowsMachinesTheSame() throws IOException {
    declare("[{kind: Depot, plural: depots}, {kind: Crate, plural: crates, parent_kind: Depot}]");

    assertThat(run("config check --output json")).isZero();
    assertThat(lines(out))
        .containsExactly(
            "{\"kinds\":[{\"kind\":\"Depot\",\"collections\":[\"/api/hyperfleet/v1/depots\"]},"
                + "{\"kind\":\"Crate\",\"collections\":[\"/api/hyperfleet/v1/crates\","
                + "\"/api/hyperfleet/v1/depots/{id}/crates\"]}],"
                + "\"any_kind\":\"/api/hyperfleet/v1/resources\"}");
  }

  @Test
  void checkMissesASchemaThatAKindRequires() throws IOException {
    declare(
        "[{kind: Depot, plural: depots, spec_schema_name: DepotSpec, require_spec_schema: true}]");
    String schemas =
        file("schemas.yaml", "{openapi: 3.0.0, info: {title: t, version: '1'}, paths: {}}");

    assertThat(run("config check --server-openapi-schema-path " + schemas)).isEqualTo(1);
    assertThat(lines(err))
        .containsExactly(
            "hyperfleet-api: server.openapi_schema_path is not usable: "
                + schemas
                + ": entity kind \"Depot\" declares SpecSchemaName \"DepotSpec\" but it does not"
                + " resolve to an existing component in the OpenAPI spec");
    assertThat(out.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"config check", "config show", "serve", "migrate"})
  void noCommandTakesARuleWhoseExpressionCannotBeRead(String command) throws IOException {
    declare(
        "\n- {kind: Depot, plural: depots}\n- kind: Crate\n  plural: crates\n  conditions:"
            + RULE.formatted("Open", "resource.isOpen", "true")
            + RULE.formatted("Shut", "'never'", "1 +"));

    assertThat(run(command)).isEqualTo(1);
    assertThat(lines(err))
        .extracting(line -> line.replaceFirst("ERROR.*", "..."))
        .containsExactly(
            faultAt("12:5") + "Crate.Shut.when: CEL check failed: ...",
            "Expression: 'never'",
            faultAt("12:5") + "Crate.Shut.output.status: invalid CEL expression: ...",
            "Expression: 1 +");
    assertThat(out.size()).isZero();
  }

  @Test
  void referenceNeedsNoConfiguration() {
    environment.put("HYPERFLEET_CONFIG", "/does/not/exist");

    assertThat(run("config reference")).isZero();
    assertThat(lines(out)).isEqualTo(ReferenceTable.lines());
  }

  private void declare(String entities) throws IOException {
    environment.put("HYPERFLEET_CONFIG", file("kinds.yaml", "entities: " + entities));
  }

  private String faultAt(String place) {
    return "hyperfleet-api: %s:%s: entity \"Crate\": invalid conditions: "
        .formatted(directory.resolve("kinds.yaml"), place);
  }

  private int run(String line) {
    return new Main(
            environment,
            Installation.below(directory),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(line.split(" ")));
  }

  private static List<String> lines(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }
}
