package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.persistence.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build has prepared the distribution for the Java that runs these tests. */
class PreparedStartIT {

  private static final String FROM_THE_CACHE = "source: shared objects file";

  @TempDir Path data;

  @Test
  void aStartTakesTheClassesOfTheApplicationFromWhatWasPrepared() throws IOException {
    Path log = data.resolve("classes.log");
    Map<String, String> environment = new TreeMap<>(SharedServer.database(TestDatabase.fresh()));
    environment.put("HYPERFLEET_JAVA_OPTS", "-Xlog:class+load:file=" + log);

    try (PackagedServer server = PackagedServer.run(data, environment, "serve").awaitReady()) {
      assertThat(Http.get(server.api("/api/hyperfleet")).status()).isEqualTo(200);
    }

    try (Stream<String> loaded = Files.lines(log)) {
      assertThat(loaded.filter(line -> line.contains(FROM_THE_CACHE)))
          .anyMatch(line -> line.contains("io.hyperfleet.rest."))
          .anyMatch(line -> line.contains("org.eclipse.persistence."));
    }
  }

  @Test
  void whatCannotBeWrittenIsNamed() throws IOException {
    Path program = Files.createDirectories(data.resolve("program"));
    for (String part : new String[] {"wlp", "lib", "boot", "embedded"}) {
      Files.createSymbolicLink(program.resolve(part), PackagedServer.HOME.resolve(part));
    }
    Files.copy(PackagedServer.HOME.resolve("bin"), program.resolve("bin"));
    Files.copy(
        PackagedServer.HOME.resolve("bin/hyperfleet-api"), program.resolve("bin/hyperfleet-api"));
    Files.writeString(program.resolve("cache"), "in the way");

    PackagedServer prepare =
        PackagedServer.run(program.resolve("bin/hyperfleet-api"), data, Map.of(), "prepare");

    assertThat(prepare.awaitExit()).isEqualTo(1);
    assertThat(prepare.text()).contains("starts cannot be prepared in " + program.resolve("cache"));
  }
}
