package io.hyperfleet.bench.load;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** Programs of the machine that make load. */
public final class Programs {

  private Programs() {}

  /** Whether a program of this name can be called. */
  public static boolean has(String program) {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(folder -> Path.of(folder, program))
        .anyMatch(Files::isExecutable);
  }

  /** They count in whole seconds. */
  static long seconds(Duration duration) {
    return Math.max(1, duration.plusMillis(999).toSeconds());
  }
}
