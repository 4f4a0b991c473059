package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.configuration.ConfigurationResolver;
import io.hyperfleet.server.configuration.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFilesTest {

  private static final String REQUESTS = "hyperfleet.database.password_file";
  private static final String MIGRATIONS = "hyperfleet.database.migration.password_file";

  @TempDir Path folder;

  @Test
  void theFileOfRequestsIsThatOfMigrationsToo() throws IOException {
    String file = file("secret");

    assertThat(files(Map.of("HYPERFLEET_DATABASE_PASSWORD_FILE", file)))
        .containsOnly(Map.entry(REQUESTS, file), Map.entry(MIGRATIONS, file));
  }

  @Test
  void unlessThoseHaveTheirOwn() throws IOException {
    String file = file("secret");

    assertThat(
            files(
                Map.of(
                    "HYPERFLEET_DATABASE_PASSWORD",
                    "open",
                    "HYPERFLEET_DATABASE_MIGRATION_PASSWORD_FILE",
                    file)))
        .containsOnly(Map.entry(MIGRATIONS, file));
    assertThat(
            files(
                Map.of(
                    "HYPERFLEET_DATABASE_PASSWORD_FILE",
                    file,
                    "HYPERFLEET_DATABASE_MIGRATION_PASSWORD",
                    "open")))
        .containsOnly(Map.entry(REQUESTS, file));
  }

  @Test
  void aFileThatLosesOrHoldsAUrlIsNotRead() throws IOException {
    assertThat(
            files(
                Map.of(
                    "HYPERFLEET_DATABASE_PASSWORD_FILE",
                    file("secret"),
                    "HYPERFLEET_DATABASE_PASSWORD",
                    "stronger")))
        .isEmpty();
    assertThat(files(Map.of("DATABASE_URL_FILE", file("postgresql://a:b@localhost/c")))).isEmpty();
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("password"), content).toString();
  }

  private static Map<String, String> files(Map<String, String> environment) {
    return new PasswordFiles(environment)
        .of(new ConfigurationResolver(environment, List.of(), Settings.ALL).resolve(Map.of()));
  }
}
