package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.server.configuration.ConfigurationResolver;
import io.hyperfleet.server.configuration.Settings;
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

/** The variables in the files of the server are the keys of the configuration. */
class ServerVariablesTest {

  /** In the files of the server, which derives some variables from others. */
  private static final String KEY = "hyperfleet\\.(?!derived\\.)[a-z0-9_.]+";

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
