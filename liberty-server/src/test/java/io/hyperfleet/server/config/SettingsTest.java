package io.hyperfleet.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SettingsTest {

  @SuppressWarnings("unused") // by name
  private static final java.util.List<Setting> ALL = Settings.ALL;

  @ParameterizedTest
  @FieldSource("ALL")
  void aDefaultObeysItsTypeAndNeedsNoRewriting(Setting setting) {
    boolean standsForAnother = Settings.SAME_AS.containsKey(setting.path());
    if (!setting.equals(Settings.DATABASE_URL) && !standsForAnother) {
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
        .isNotEmpty()
        .allMatch(setting -> setting.defaultValue().isEmpty());
  }

  @Test
  void everyOtherNameFollowsFromThePath() {
    Setting setting =
        Settings.ALL.stream()
            .filter(it -> it.path().equals("database.pool.max_connections"))
            .findFirst()
            .orElseThrow();

    assertThat(setting.variable()).isEqualTo("HYPERFLEET_DATABASE_POOL_MAX_CONNECTIONS");
    assertThat(setting.property()).isEqualTo("hyperfleet.database.pool.max_connections");
  }
}
