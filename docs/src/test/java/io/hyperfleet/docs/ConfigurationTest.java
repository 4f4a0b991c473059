package io.hyperfleet.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.config.Setting;
import io.hyperfleet.server.config.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every key is documented as it is, and none that is not. */
class ConfigurationTest {

  private static final List<String> ROWS =
      Documents.lines(Documents.ROOT.resolve("docs/configuration.md")).stream()
          .filter(line -> line.startsWith("| `"))
          .map(ConfigurationTest::withoutDescription)
          .toList();

  @Test
  void theTableHasARowForEachKeyInTheOrderOfTheProgram() {
    assertThat(ROWS).isEqualTo(Settings.ALL.stream().map(ConfigurationTest::row).toList());
  }

  private static String row(Setting setting) {
    String byDefault =
        setting.defaultValue().isEmpty() ? " |" : " `" + setting.defaultValue() + "` |";
    return "| `%s` | `%s` | `%s` |%s"
        .formatted(setting.path(), setting.variable(), setting.flag(), byDefault);
  }

  private static String withoutDescription(String line) {
    int end = line.lastIndexOf('|', line.length() - 2);
    return line.substring(0, end + 1);
  }
}
