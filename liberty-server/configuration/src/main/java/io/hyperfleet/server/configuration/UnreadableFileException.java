package io.hyperfleet.server.configuration;

/** A file that gave no values. Fatal if somebody asked for it, a warning if it merely lay there. */
final class UnreadableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableFileException(String message) {
    super(message);
  }
}
