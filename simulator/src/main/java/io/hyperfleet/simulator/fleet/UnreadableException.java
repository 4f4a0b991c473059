package io.hyperfleet.simulator.fleet;

/** An answer that the real clients could not decode, and what they would stumble over. */
public final class UnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message);
  }
}
