package io.hyperfleet.bench.started;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A built server, with the script that runs it and the Liberty inside. */
public record Distribution(Path home) {

  /** Where a build leaves it, within a checkout. */
  private static final Path BUILT =
      Path.of("liberty-server", "distribution", "target", "hyperfleet-api");

  private static final int JAVA_24 = 24;

  public static Optional<Distribution> builtIn(Path checkout) {
    return Optional.of(new Distribution(checkout.resolve(BUILT))).filter(Distribution::isWhole);
  }

  public static Distribution at(Path home) {
    Distribution distribution = new Distribution(home.toAbsolutePath().normalize());
    if (!distribution.isWhole()) {
      throw new BenchException(
          home + " holds no distribution: no bin/hyperfleet-api and wlp in it");
    }
    return distribution;
  }

  Path script() {
    return home.resolve("bin/hyperfleet-api");
  }

  /** What runs any server of the Liberty inside. */
  Path runtime() {
    return liberty().resolve("bin/tools/ws-server.jar");
  }

  /** The modules that Liberty wants opened, for the Java that runs this. */
  Path moduleOptions() {
    String file = Runtime.version().feature() < JAVA_24 ? "java9.options" : "java24.options";
    return liberty().resolve("lib/platform/java").resolve(file);
  }

  private Path liberty() {
    return home.resolve("wlp");
  }

  private boolean isWhole() {
    return Files.isExecutable(script()) && Files.isDirectory(liberty());
  }
}
