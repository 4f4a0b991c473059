package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final String SECRET = "s3cret";

  @TempDir Path directory;

  private Resolving resolving;

  @BeforeEach
  void startAfresh() {
    resolving = new Resolving(directory);
  }

  @ParameterizedTest
  @CsvSource({"HOST, host", "PORT, port", "NAME, name", "USERNAME, username", "PASSWORD, password"})
  @DisplayName("OPS-037: the five keys of the database may lie in files")
  void whereTheDatabaseIsMayLieInFiles(String variable, String key) {
    resolving.variable(
        "HYPERFLEET_DATABASE_" + variable + "_FILE", resolving.file("secret", " 42\n"));

    assertThat(resolving.resolve().text("database." + key)).isEqualTo("42");
  }

  @Test
  @DisplayName("OPS-038: an unreadable file is named by its variable")
  void aFileThatCannotBeReadIsNamedByItsVariable() {
    resolving.variable("HYPERFLEET_DATABASE_PASSWORD_FILE", directory.toString());

    assertThat(resolving.faults())
        .singleElement()
        .asString()
        .startsWith("HYPERFLEET_DATABASE_PASSWORD_FILE names a file that cannot be read");
  }

  @ParameterizedTest
  @CsvSource({
    "--db-password, s3cret, HYPERFLEET_DATABASE_PASSWORD",
    "--db-migration-password, s3cret, HYPERFLEET_DATABASE_MIGRATION_PASSWORD",
    "--db-url, postgresql://a:s3cret@localhost/n, HYPERFLEET_DATABASE_URL",
  })
  void aPasswordThatTheListOfProcessesShowsIsWarnedAbout(
      String flag, String value, String variable) {
    resolving.flag(flag, value);

    assertThat(resolving.resolve().warnings())
        .singleElement()
        .asString()
        .contains("password from " + flag + " ", variable + "_FILE")
        .doesNotContain("s3cret");
  }

  @Test
  void aUrlWithoutAPasswordMayBeAFlag() {
    resolving.flag("--db-url", "postgresql://a@localhost/n");

    assertThat(resolving.resolve().warnings()).isEmpty();
  }

  @Test
  @DisplayName("OPS-035: users and passwords are redacted")
  void everybodySeesThatThereIsOneAndNobodyWhich() {
    resolving.variable("DATABASE_URL", "postgresql://somebody:s3cret@h/n");

    assertThat(resolving.resolve().entries())
        .contains(
            entry("database.username", "variable", "DATABASE_URL"),
            entry("database.password", "variable", "DATABASE_URL"),
            entry("database.migration.password", "default", "same as database.password"))
        .noneMatch(entry -> entry.path().equals("database.url"))
        .noneMatch(entry -> entry.toString().matches(".*(s3cret|somebody).*"));
  }

  @Test
  void whereThereIsNoneThatIsSeenToo() {
    assertThat(resolving.resolve().entries())
        .contains(new Configuration.Entry("database.password", "", "default", "default"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "database: {password: *s3cret}",
        "database: {password: @s3cret}",
        "database: {password: %s3cret}",
        "database: {password: \"\\s3cret\"}",
        "database: {password: !s3cret!x y}",
        "database: {password: s3cret: s3cret}",
        "database: {password: [s3cret]}",
        "database: {password: {s3cret: s3cret}}",
        "database: {pasword: s3cret}",
        "database: {password: 's3cret}",
        "database:\n  password: |\n s3cret\n  - s3cret",
        "database:\n  url: s3cret",
        "database: s3cret",
        "s3cret",
      })
  @DisplayName("OPS-047: no report shows a secret")
  void aFileThatIsWrongIsReportedWithoutThem(String yaml) {
    resolving.flag("--config", resolving.file("broken.yaml", yaml));

    assertThat(resolving.faults()).isNotEmpty().noneMatch(fault -> fault.contains(SECRET));
  }

  @Test
  void aUrlInTheWrongPlaceIsReportedWithoutItsLogin() {
    resolving.flag("--db-host", "postgresql://somebody:s3cret@h/n");

    assertThat(resolving.faults())
        .singleElement()
        .asString()
        .startsWith("database.host: \"postgresql://***REDACTED***@h/n\" from --db-host must be");
  }

  @Test
  @DisplayName("OPS-039: only files may hold passwords where that is asked for")
  void onlyFilesMayHoldThemWhereThatIsAskedFor() {
    resolving
        .variable("HYPERFLEET_SECRETS_FILES_ONLY", "true")
        .variable("HYPERFLEET_DATABASE_PASSWORD", SECRET)
        .variable("DATABASE_URL", "postgresql://u:s3cret@h/n")
        .flag("--db-migration-password", SECRET)
        .yaml("database: {password: s3cret}");

    assertThat(resolving.faults())
        .hasSize(4)
        .allMatch(fault -> fault.contains("secrets.files_only wants it in a file that"))
        .noneMatch(fault -> fault.contains(SECRET))
        .anyMatch(fault -> fault.startsWith("database.url: holds a password from DATABASE_URL"));
  }

  @Test
  void inFilesTheyAreFineEverywhere() {
    resolving
        .variable("HYPERFLEET_SECRETS_FILES_ONLY", "true")
        .variable("DATABASE_URL", "postgresql://u@h/n")
        .variable("HYPERFLEET_DATABASE_PASSWORD_FILE", resolving.file("password", SECRET))
        .yaml("database: {password: ''}");

    assertThat(resolving.resolve().text("database.password")).isEqualTo(SECRET);
  }

  @Test
  @DisplayName("OPS-045, 046: names and passwords are taken as they are")
  void namesAndPasswordsAreTakenAsTheyAre() {
    String odd = "a 'b\" \\ = @ ü";
    resolving
        .variable("HYPERFLEET_DATABASE_USERNAME", odd)
        .variable("HYPERFLEET_DATABASE_PASSWORD", odd)
        .variable("HYPERFLEET_DATABASE_NAME", "Fleet DB");

    assertThat(resolving.resolve().asProperties())
        .containsEntry("hyperfleet.database.username", odd)
        .containsEntry("hyperfleet.database.password", odd)
        .containsEntry("hyperfleet.database.name", "Fleet DB");
  }

  private static Configuration.Entry entry(String path, String source, String origin) {
    return new Configuration.Entry(path, "***REDACTED***", source, origin);
  }
}
