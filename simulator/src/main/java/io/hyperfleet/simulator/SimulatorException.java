package io.hyperfleet.simulator;

/** Why nothing could be played, in one line that the reader can act on. */
public final class SimulatorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean misuse;

  private SimulatorException(String message, boolean misuse) {
    super(message);
    this.misuse = misuse;
  }

  static SimulatorException misuse(String message) {
    return new SimulatorException(message, true);
  }

  static SimulatorException failure(String message) {
    return new SimulatorException(message, false);
  }

  /** Whether what was typed is to blame. */
  public boolean isMisuse() {
    return misuse;
  }
}
