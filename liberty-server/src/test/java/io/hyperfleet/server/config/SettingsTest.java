package io.hyperfleet.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SettingsTest {

  @SuppressWarnings("unused") // by name
  private static final List<Setting> ALL = Settings.ALL;

  /** In the files of the server, which derives some variables from others. */
  private static final String KEY = "hyperfleet\\.(?!derived\\.)[a-z0-9_.]+";

  @ParameterizedTest
  @FieldSource("ALL")
  void aDefaultObeysItsTypeAndNeedsNoRewriting(Setting setting) {
    if (setting.support() != Support.OTHER_SPELLING) {
      assertThat(setting.type().read(setting.defaultValue())).isEqualTo(setting.defaultValue());
    }
  }

  @Test
  void noTwoSettingsShareANameOfAnyKind() {
    assertThat(Settings.ALL).extracting(Setting::path).doesNotHaveDuplicates();
    assertThat(Settings.ALL).flatExtracting(Setting::variables).doesNotHaveDuplicates();
    assertThat(Settings.ALL).flatExtracting(Setting::flags).doesNotHaveDuplicates();
  }

  @Test
  void noSecretHasADefault() {
    assertThat(Settings.ALL)
        .filteredOn(setting -> setting.type().isSecret())
        .filteredOn(setting -> !setting.path().equals("database.username"))
        .isNotEmpty()
        .allMatch(setting -> setting.defaultValue().isEmpty());
  }

  @Test
  void theServerWithoutALauncherHasTheSameDefaults() throws IOException {
    Properties ours =
        new ConfigurationResolver(Map.of(), List.of(), Settings.ALL)
            .resolve(Map.of())
            .asProperties();

    assertThat(matches("<variable name=\"(" + KEY + ")\" defaultValue=\"([^\"]*)\""))
        .isNotEmpty()
        .filteredOn(found -> !isLeftToItsReader(found))
        .allSatisfy(
            found -> {
              String same = found.group(2).replaceAll("\\$\\{(.*)}", "$1");
              String value = ours.getProperty(same, found.group(2));
              assertThat(ours.getProperty(found.group(1))).as(found.group()).isEqualTo(value);
            });
  }

  @Test
  void whatTheServerAsksForHasADefaultThere() throws IOException {
    List<String> defined =
        matches("<variable name=\"(" + KEY + ")\"").stream().map(it -> it.group(1)).toList();

    assertThat(matches("\\$\\{(" + KEY + ")}"))
        .isNotEmpty()
        .allSatisfy(found -> assertThat(defined).contains(found.group(1)));
  }

  @Test
  void everyOtherNameFollowsFromThePath() {
    Setting setting =
        Settings.ALL.stream()
            .filter(it -> it.path().equals("database.pool.max_connections"))
            .findFirst()
            .orElseThrow();

    assertThat(setting.variable()).hasValue("HYPERFLEET_DATABASE_POOL_MAX_CONNECTIONS");
    assertThat(setting.property()).isEqualTo("hyperfleet.database.pool.max_connections");
  }

  private static boolean isLeftToItsReader(MatchResult found) {
    return found.group(2).isEmpty()
        && Settings.SAME_AS.keySet().stream().anyMatch(path -> found.group(1).endsWith(path));
  }

  private static List<MatchResult> matches(String pattern) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of("src/main/liberty/config"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".xml")).toList()) {
        text.append(Files.readString(file));
      }
    }
    return Pattern.compile(pattern).matcher(text).results().toList();
  }
}
