package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "--help", "-h", "help --help"})
  void helpGoesToStandardOutput(String line) {
    assertThat(run(line)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage:", "serve", "version");
    assertThat(err.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve --help", "serve -h", "serve --server-port 1 --help"})
  void helpOfServeListsEveryFlag(String line) {
    assertThat(run(line)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("--server-port", "[8000]", "--db-url", "--log-level, -l", "--config");
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version"})
  void versionPrintsThreeStamps(String line) {
    assertThat(run(line)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .satisfiesExactly(
            version -> assertThat(version).matches("Version: +\\S+"),
            commit -> assertThat(commit).matches("Commit: +\\S+"),
            date -> assertThat(date).matches("Build Date: +\\S+"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frob | unknown command frob (see hyperfleet-api --help)",
        "sevre | unknown command sevre, did you mean serve? (see hyperfleet-api --help)",
        "--frob | unknown flag --frob (see hyperfleet-api --help)",
        "migrate inf | migrate takes no inf, did you mean migrate info?"
            + " (see hyperfleet-api migrate --help)",
        "migrate --server-port 1 | unknown flag --server-port"
            + " (see hyperfleet-api migrate --help)",
        "migrate info --terminate 5 | unknown flag --terminate"
            + " (see hyperfleet-api migrate info --help)",
        "migrate unlock --terminate -1 | --terminate needs the number of a process"
            + " (see hyperfleet-api migrate unlock --help)",
        "migrate --output xml | --output must be text or json, not xml"
            + " (see hyperfleet-api migrate --help)",
        "simulate --clusters none | --clusters must be a whole number from 1 to 100000, not none;"
            + " for example --clusters 20 (see hyperfleet-api simulate --help)",
        "simulate --cluster 5 | unknown flag --cluster, did you mean --clusters?"
            + " (see hyperfleet-api simulate --help)",
        "config | config is one of: config show, config check, config reference"
            + " (see hyperfleet-api --help)",
        "config shwo | config is one of: config show, config check, config reference"
            + " (see hyperfleet-api --help)",
        "config show --output xml | --output must be text or json, not xml"
            + " (see hyperfleet-api config show --help)",
        "version 5 | version takes no 5 (see hyperfleet-api --help)",
        "serve now | serve takes no now, only flags (see hyperfleet-api serve --help)",
        "serve --server-prot 1 | unknown flag --server-prot, did you mean --server-port?"
            + " (see hyperfleet-api serve --help)",
        "serve --server-port | --server-port needs a value (see hyperfleet-api serve --help)",
        "serve --server-port --db-port 1 | --server-port needs a value"
            + " (see hyperfleet-api serve --help)",
      })
  void misuseIsOneLineAndExitCodeTwo(String line, String message) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("hyperfleet-api: " + message + System.lineSeparator());
    assertThat(out.size()).isZero();
  }

  @Test
  void helpOfMigrateListsWhatItNeedsAndNoMore() {
    assertThat(run("migrate unlock --help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("--terminate", "--db-url", "--log-level", "--output", "Exits with 0")
        .doesNotContain("--server-port", "--data-dir");
  }

  @Test
  void helpOfSimulateListsItsFlagsAndNothingOfTheServer() {
    assertThat(run("simulate --help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("--clusters", "[http://localhost:8000]", "--seed", "exits with 0")
        .doesNotContain("--server-port", "environment variable");
  }

  @Test
  @DisplayName("OPS-040: migrate checks the keys of the database and of logging, and no others")
  void migrateChecksOnlyWhatItNeeds() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("partly-wrong.yaml"),
            """
            server:
              port: nine
            database:
              port: ten
            """);

    assertThat(run("migrate --config=" + file)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("database.port", "\"ten\"");
  }

  @Test
  void migrateWithoutADatabaseSaysHowToNameOne() {
    assertThat(run("migrate")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("hyperfleet-api: no database is configured; set DATABASE_URL or");
  }

  @Test
  void aWrongConfigurationIsOneLineForEachFaultAndExitCodeOne() {
    assertThat(run("serve --server-port=0 --db-port=x")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("hyperfleet-api: "));
  }

  @Test
  void aDataDirectoryInUseIsOneLineAndExitCodeOne() {
    try (DataDirectory held = DataDirectory.lock(directory)) {
      assertThat(held.server()).hasFileName("server");
      assertThat(run("serve --db-host=localhost --data-dir=" + directory)).isEqualTo(1);
    }
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("in use by process " + ProcessHandle.current().pid());
  }

  private int run(String line) {
    List<String> arguments = line.isEmpty() ? List.of() : List.of(line.split(" "));
    return new Main(
            Map.of("HYPERFLEET_CONFIG", emptyFile().toString()),
            Installation.below(directory),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(arguments);
  }

  /** Whatever lies in the usual places of this machine stays out of it. */
  private Path emptyFile() {
    try {
      return Files.writeString(directory.resolve("empty.yaml"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
