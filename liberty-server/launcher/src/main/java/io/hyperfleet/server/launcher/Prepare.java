package io.hyperfleet.server.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes later starts faster: has the program run once, answer some requests and write down the
 * classes, and on newer Javas the profiles, that it used. What is kept serves this build on this
 * Java; another one passes it by.
 */
final class Prepare {

  private final Map<String, String> environment;
  private final Installation installation;
  private final PrintStream out;

  Prepare(Map<String, String> environment, Installation installation, PrintStream out) {
    this.environment = environment;
    this.installation = installation;
    this.out = out;
  }

  int run() {
    Path cache = installation.startCache();
    out.printf("Preparing starts on Java %s, which takes half a minute%n", Runtime.version());
    try {
      Files.createDirectories(cache.getParent());
      Path scratch = Files.createTempDirectory(cache.getParent(), "training");
      try {
        Path made = new TrainingRun(environment, installation.program(), scratch).run();
        Files.move(made, cache, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(scratch);
      }
      out.printf("Prepared: %s, %d MB%n", cache, Files.size(cache) >> 20);
      return 0;
    } catch (IOException e) {
      throw new Failure("starts cannot be prepared in %s: %s".formatted(cache.getParent(), e), e);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
