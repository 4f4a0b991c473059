package io.hyperfleet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first start with everything in folders whose names a URL, a shell or XML has to escape. */
class PathsIT {

  private static final String NAME = "a b+ü%20#c%d & 'e'";

  @TempDir Path folder;

  @Test
  void programAndDataMayLieAnywhere() throws IOException {
    Path program = Files.createDirectory(folder.resolve(NAME)).resolve("program " + NAME);
    link(PackagedServer.HOME, program);
    Path script = program.resolve("bin/hyperfleet-api");

    // It links to such a folder from here, and leaves that to the next start.
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    Map<String, String> environment =
        Map.of("HYPERFLEET_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);

    try (PackagedServer server =
        PackagedServer.run(script, folder.resolve("data " + NAME), environment, "serve")
            .awaitReady()) {
      assertThat(Clusters.create(server).status()).isEqualTo(201);
    }
  }

  @Test
  void aLocaleThatHidesAPathIsNamed() {
    PackagedServer hidden = PackagedServer.run(folder.resolve("ü"), Map.of("LC_ALL", "C"), "serve");

    assertThat(hidden.awaitExit()).isEqualTo(1);
    assertThat(hidden.text())
        .isEqualTo(
            "hyperfleet-api: a path or flag has characters beyond ASCII, which Java cannot read in"
                + " this locale; set LC_ALL=C.UTF-8");
  }

  /** Takes no room. */
  private static void link(Path source, Path target) throws IOException {
    try (Stream<Path> paths = Files.walk(source)) {
      List<Path> all = paths.toList();
      for (Path path : all) {
        Path copy = target.resolve(source.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectory(copy);
        } else {
          Files.createLink(copy, path);
        }
      }
    }
  }
}
