package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationResolverTest {

  @TempDir Path directory;

  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> flags = new HashMap<>();

  @Nested
  class Precedence {

    @Test
    @DisplayName("OPS-005: no file is needed")
    void theDefaultHoldsWhenNobodySaysAnything() {
      assertThat(resolve().text("server.port")).isEqualTo("8000");
      assertThat(resolve().databaseIsConfigured()).isFalse();
      assertThat(resolve().warnings()).isEmpty();
    }

    @Test
    @DisplayName("OPS-001: a flag beats a variable, which beats a file it names, which beats YAML")
    void eachSourceBeatsTheNextWeakerOne() throws IOException {
      config("server: {port: 1}");
      assertThat(resolve().text("server.port")).isEqualTo("1");

      environment.put("HYPERFLEET_SERVER_PORT_FILE", file("port", "2\n"));
      assertThat(resolve().text("server.port")).isEqualTo("2");

      environment.put("HYPERFLEET_SERVER_PORT", "3");
      assertThat(resolve().text("server.port")).isEqualTo("3");

      flags.put("--server-port", "4");
      assertThat(resolve().text("server.port")).isEqualTo("4");
    }

    @Test
    @DisplayName("OPS-010: an empty variable is not set")
    void anEmptyVariableIsNotSet() {
      environment.put("HYPERFLEET_SERVER_PORT", "");
      environment.put("HYPERFLEET_DATABASE_HOST", "");
      environment.put("DATABASE_URL", "");

      assertThat(resolve().text("server.port")).isEqualTo("8000");
      assertThat(resolve().databaseIsConfigured()).isFalse();
    }

    @Test
    void twoSourcesInTheEnvironmentAreWorthAWarning() throws IOException {
      environment.put("HYPERFLEET_DATABASE_PASSWORD", "s3cret");
      environment.put("HYPERFLEET_DATABASE_PASSWORD_FILE", file("password", "other"));

      assertThat(resolve().text("database.password")).isEqualTo("s3cret");
      assertThat(resolve().warnings())
          .singleElement()
          .asString()
          .contains("HYPERFLEET_DATABASE_PASSWORD and HYPERFLEET_DATABASE_PASSWORD_FILE")
          .doesNotContain("s3cret", "other");
    }
  }

  @Nested
  class ConfigurationFiles {

    @Test
    @DisplayName("OPS-002: --config beats HYPERFLEET_CONFIG, which beats the usual places")
    void theFlagBeatsTheVariableThatBeatsTheUsualPlaces() throws IOException {
      config("server: {port: 1}");
      environment.put("HYPERFLEET_CONFIG", file("two.yaml", "server: {port: 2}"));
      assertThat(resolve().text("server.port")).isEqualTo("2");

      flags.put("--config", file("three.yaml", "server: {port: 3}"));
      assertThat(resolve().text("server.port")).isEqualTo("3");
    }

    @Test
    void theFirstUsualPlaceThatExistsCounts() throws IOException {
      Path second = Path.of(file("second.yaml", "server: {port: 2}"));
      List<Path> usual = List.of(directory.resolve("none.yaml"), second);

      assertThat(
              new ConfigurationResolver(Map.of(), usual, Settings.ALL)
                  .resolve(Map.of())
                  .text("server.port"))
          .isEqualTo("2");
    }

    @Test
    @DisplayName("OPS-003: a file that was named must be there")
    void aNamedFileThatIsMissingIsAFault() {
      flags.put("--config", directory.resolve("none.yaml").toString());

      assertThat(faults()).singleElement().asString().contains("none.yaml", "no such file");
    }

    @Test
    void aNamedFileThatIsNoYamlIsAFaultWithItsPlace() throws IOException {
      flags.put("--config", file("bad.yaml", "server:\n  port: [1\nx: y\n"));

      assertThat(faults()).singleElement().asString().contains("bad.yaml:3:").doesNotContain("\n");
    }

    @Test
    @DisplayName("OPS-004: a file that merely lies there may be broken")
    void aFileThatMerelyLiesThereIsSkippedWithAWarning() throws IOException {
      config("server: [");

      assertThat(resolve().text("server.port")).isEqualTo("8000");
      assertThat(resolve().warnings()).singleElement().asString().contains("config.yaml:");
    }

    @Test
    @DisplayName("OPS-006: a key that nobody knows is named")
    void unknownKeysAreNamedWithTheirPlaceAndTheNearestSpelling() throws IOException {
      config("server:\n  prot: 1\ndatabsae:\n  host: x\ndatabase:\n  pool:\n    frobs: 2\n");

      assertThat(faults()).hasSize(3);
      assertThat(faults().get(0))
          .contains("config.yaml:2:3: unknown key server.prot, did you mean server.port?");
      assertThat(faults().get(1)).contains("unknown key databsae, did you mean database?");
      assertThat(faults().get(2)).endsWith("unknown key database.pool.frobs");
    }

    @Test
    void groupsAndValuesAreNotMixedUp() throws IOException {
      config("server: 5\nhealth:\n  port: [1]\nmetrics:\n  port: 1\n  port: 2\n");

      assertThat(faults())
          .hasSize(3)
          .anyMatch(fault -> fault.contains("server must be a group of keys"))
          .anyMatch(fault -> fault.contains("health.port must be a single value"))
          .anyMatch(fault -> fault.contains("metrics.port is there twice"));
    }

    @Test
    void aGroupThatIsThereTwiceIsAFaultWithItsPlace() throws IOException {
      config("server: {port: 1}\nserver: {host: a}\n~: x\n");

      assertThat(faults())
          .hasSize(2)
          .anyMatch(fault -> fault.endsWith("config.yaml:2:1: server is there twice"))
          .anyMatch(fault -> fault.endsWith("config.yaml:3:1: ? is no text, as a key has to be"));
    }

    @Test
    void emptyFilesGroupsAndValuesSayNothing() throws IOException {
      config("");
      assertThat(resolve().text("server.port")).isEqualTo("8000");

      config("server:\ndatabase:\n  password:\n");
      assertThat(resolve().databaseIsConfigured()).isFalse();
    }

    @Test
    void aSecretFileThatCannotBeReadIsAFaultThatNamesItsVariable() {
      environment.put("HYPERFLEET_DATABASE_PASSWORD_FILE", directory.resolve("none").toString());

      assertThat(faults()).singleElement().asString().contains("HYPERFLEET_DATABASE_PASSWORD_FILE");
    }
  }

  @Nested
  class Faults {

    @Test
    @DisplayName("OPS-013: all faults at once, with rule, value, origin and ways to set it")
    void allAreReportedAtOnceWithTheRuleTheOriginAndTheWaysToSetIt() throws IOException {
      config("database:\n  pool:\n    max_connections: 201\n");
      environment.put("HYPERFLEET_LOGGING_LEVEL", "loud");
      flags.put("--server-port", "x");

      assertThat(faults())
          .containsExactlyInAnyOrder(
              "server.port: \"x\" from --server-port must be a whole number from 1 to 65535; set it"
                  + " with --server-port, HYPERFLEET_SERVER_PORT or server.port in the configuration"
                  + " file",
              "database.pool.max_connections: \"201\" from the configuration file must be a whole"
                  + " number from 1 to 200; set it with --db-max-open-connections,"
                  + " HYPERFLEET_DATABASE_POOL_MAX_CONNECTIONS or database.pool.max_connections in"
                  + " the configuration file",
              "logging.level: \"loud\" from HYPERFLEET_LOGGING_LEVEL must be one of debug, info,"
                  + " warn, error; set it with --log-level, HYPERFLEET_LOGGING_LEVEL or logging.level"
                  + " in the configuration file");
    }

    @Test
    void twoListenersOnOnePortAreOne() {
      flags.put("--health-port", "8000");

      assertThat(faults())
          .containsExactly(
              "server.port and health.port are both 8000: each listener needs its own port");
    }

    @Test
    void aBrokenUrlIsReportedWithoutShowingIt() {
      environment.put("DATABASE_URL", "mysql://root:s3cret@h/n");

      assertThat(faults())
          .singleElement()
          .asString()
          .startsWith("database.url: \"***REDACTED***\" from DATABASE_URL must be postgresql://")
          .doesNotContain("s3cret");
    }

    @Test
    void aBrokenPartOfAUrlIsReportedAsThatPart() {
      environment.put("DATABASE_URL", "postgresql://u:s3cret@h:0/n?sslmode=prefer");

      assertThat(faults())
          .hasSize(2)
          .anyMatch(fault -> fault.startsWith("database.port: \"0\" from DATABASE_URL"))
          .anyMatch(fault -> fault.startsWith("database.ssl.mode: \"prefer\" from DATABASE_URL"))
          .noneMatch(fault -> fault.contains("s3cret"));
    }
  }

  @Nested
  class Database {

    @Test
    @DisplayName("OPS-044: a URL fills the keys of the database")
    void aUrlFillsTheKeysAndIsNotKept() {
      environment.put("DATABASE_URL", "postgresql://u:p@h:1/n");

      Configuration configuration = resolve();

      assertThat(configuration.databaseIsConfigured()).isTrue();
      assertThat(configuration.asProperties())
          .containsEntry("hyperfleet.database.host", "h")
          .containsEntry("hyperfleet.database.password", "p")
          .doesNotContainKey("hyperfleet.database.url");
    }

    @Test
    void aKeyOfTheSameOrAStrongerSourceBeatsTheUrl() {
      environment.put("DATABASE_URL", "postgresql://u:p@h:1/n");
      environment.put("HYPERFLEET_DATABASE_HOST", "own");
      flags.put("--db-port", "2");

      assertThat(resolve().text("database.host")).isEqualTo("own");
      assertThat(resolve().text("database.port")).isEqualTo("2");
    }

    @Test
    void theUrlBeatsAKeyOfAWeakerSource() throws IOException {
      environment.put("DATABASE_URL", "postgresql://h");
      config("database: {host: weaker, name: kept}");

      assertThat(resolve().text("database.host")).isEqualTo("h");
      assertThat(resolve().text("database.name")).isEqualTo("kept");
    }

    @Test
    void itsOwnVariableBeatsTheSharedOne() {
      environment.put("DATABASE_URL", "postgresql://shared");
      environment.put("HYPERFLEET_DATABASE_URL", "postgresql://own");

      assertThat(resolve().text("database.host")).isEqualTo("own");
    }

    @Test
    void theSizeOfThePoolIsEnoughToMeanADatabase() {
      flags.put("--db-max-open-connections", "5");

      assertThat(resolve().databaseIsConfigured()).isTrue();
    }

    @Test
    void aStartedDatabaseReplacesTheDefaults() {
      Configuration configuration = resolve().with(Map.of("database.port", "7"));

      assertThat(configuration.number("database.port")).isEqualTo(7);
      assertThat(configuration.text("server.port")).isEqualTo("8000");
    }
  }

  private Configuration resolve() {
    return new ConfigurationResolver(
            environment, List.of(directory.resolve("config.yaml")), Settings.ALL)
        .resolve(flags);
  }

  private List<String> faults() {
    return catchThrowableOfType(ConfigurationException.class, this::resolve).faults();
  }

  private void config(String yaml) throws IOException {
    file("config.yaml", yaml);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }
}
