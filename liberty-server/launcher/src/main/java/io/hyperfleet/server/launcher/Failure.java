package io.hyperfleet.server.launcher;

/** The end of a command, in one line that the operator can act on. */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private final int exitCode;

  Failure(String message) {
    this(message, FAILED, null);
  }

  Failure(String message, Throwable cause) {
    this(message, FAILED, cause);
  }

  private Failure(String message, int exitCode, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** The command line itself is wrong. */
  static Failure usage(String problem) {
    return usage("", problem);
  }

  /** So are the words after this command, which the page of that command explains. */
  static Failure usage(String command, String problem) {
    String page = "hyperfleet-api %s --help".formatted(command).replace("  ", " ");
    return new Failure("%s (see %s)".formatted(problem, page), MISUSED, null);
  }

  int exitCode() {
    return exitCode;
  }
}
