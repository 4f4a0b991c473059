package io.hyperfleet.server.launcher;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * What is to happen once this process is gone, however it went: a small process that outlives it
 * reads from it until there is nobody to read from, and signals another process then. Signals for
 * the whole group pass it by.
 */
final class LastWill {

  /** The pid is in the first line of a file by then, if there is anything to do. */
  private static final String SCRIPT =
      "trap '' HUP INT TERM; cat; pid=$(head -n 1 \"$1\") && kill -s \"$2\" \"$pid\"";

  private final Process executor;

  private LastWill(Process executor) {
    this.executor = executor;
  }

  /** Signals the process that the file names. */
  static LastWill signal(Path pidFile, String signal) {
    try {
      Process executor =
          new ProcessBuilder("sh", "-c", SCRIPT, "last-will", pidFile.toString(), signal)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return new LastWill(executor);
    } catch (IOException e) {
      throw new Failure("the development database would outlive this process: " + e, e);
    }
  }

  /** There is nothing left to do. */
  void revoke() {
    executor.destroyForcibly();
  }
}
