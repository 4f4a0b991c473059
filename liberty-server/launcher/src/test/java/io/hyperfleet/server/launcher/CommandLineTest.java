package io.hyperfleet.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.configuration.Setting;
import io.hyperfleet.server.configuration.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void aValueFollowsItsFlagOrAnEqualsSign() {
    assertThat(flags("--server-port", "1", "--db-password=a=b", "--db-name="))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("--server-port", "1", "--db-password", "a=b", "--db-name", ""));
  }

  @Test
  void aShortSpellingMeansTheLongOne() {
    assertThat(flags("-l", "warn")).containsExactly(Map.entry("--log-level", "warn"));
  }

  @Test
  void theLastOfTwoCounts() {
    assertThat(flags("--server-port=1", "--server-port=2"))
        .containsExactly(Map.entry("--server-port", "2"));
  }

  @Test
  @DisplayName("OPS-008: every flag of every key is accepted")
  void everyFlagOfEveryKeyIsAccepted() {
    for (Setting setting : Settings.ALL) {
      for (String flag : setting.flags()) {
        assertThat(flags(flag + "=x")).containsExactly(Map.entry(setting.flags().get(0), "x"));
      }
    }
  }

  private static Map<String, String> flags(String... flags) {
    List<String> line = new java.util.ArrayList<>(List.of("serve"));
    line.addAll(List.of(flags));
    return CommandLine.parse(line).flags();
  }
}
