package io.hyperfleet.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SettingsTest {

  @SuppressWarnings("unused") // by name
  private static final List<Setting> ALL = Settings.ALL;

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
  void everyOtherNameFollowsFromThePath() {
    Setting setting =
        Settings.ALL.stream()
            .filter(it -> it.path().equals("database.pool.max_connections"))
            .findFirst()
            .orElseThrow();

    assertThat(setting.variable()).hasValue("HYPERFLEET_DATABASE_POOL_MAX_CONNECTIONS");
    assertThat(setting.property()).isEqualTo("hyperfleet.database.pool.max_connections");
  }
}
