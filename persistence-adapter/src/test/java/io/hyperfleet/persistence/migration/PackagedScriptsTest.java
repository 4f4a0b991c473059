package io.hyperfleet.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackagedScriptsTest {

  @Test
  void theListNamesEveryScriptInOrder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(PackagedScripts.names())
          .isEqualTo(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.equals("scripts.list"))
                  .sorted()
                  .toList());
    }
  }
}
