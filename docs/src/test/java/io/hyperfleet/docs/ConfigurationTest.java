package io.hyperfleet.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.hyperfleet.server.configuration.Configuration;
import io.hyperfleet.server.configuration.ConfigurationResolver;
import io.hyperfleet.server.configuration.ReferenceTable;
import io.hyperfleet.server.configuration.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key is documented as it is, and none that is not; every example is one. */
class ConfigurationTest {

  private static final List<String> LINES =
      Documents.lines(Documents.ROOT.resolve("docs/configuration.md"));

  @TempDir Path directory;

  @Test
  void theTableOfKeysIsTheOneThatTheProgramPrints() {
    assertThat(LINES).containsSequence(ReferenceTable.lines());
  }

  @Test
  void theExamplesAreThePoolsThatTheyClaimToBe() throws IOException {
    assertThat(examples())
        .extracting(
            it -> it.number("database.pool.max_connections"),
            it -> it.number("database.pool.max_idle_connections"),
            it -> it.text("database.pool.conn_max_lifetime"),
            it -> it.text("database.pool.conn_max_idle_time"))
        .containsExactly(
            tuple(50, 10, "5m", "1m"), tuple(25, 10, "10m", "1m"), tuple(30, 20, "30m", "1m"));
  }

  private List<Configuration> examples() throws IOException {
    List<Configuration> examples = new ArrayList<>();
    for (var block :
        Pattern.compile("(?s)```yaml\n(.*?)```")
            .matcher(String.join("\n", LINES))
            .results()
            .toList()) {
      Path file = Files.writeString(directory.resolve("example.yaml"), block.group(1));
      examples.add(
          new ConfigurationResolver(
                  Map.of("HYPERFLEET_CONFIG", file.toString()), List.of(), Settings.ALL)
              .resolve(Map.of()));
    }
    return examples;
  }
}
