package io.hyperfleet.server.tls;

import java.nio.file.Path;

/** A file with a certificate or a key that cannot be what the operator meant. */
public final class UnusableFileException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableFileException(Path file, String problem) {
    super(file + " " + problem);
  }

  UnusableFileException(Path file, String problem, Exception cause) {
    super(file + " " + problem + " (" + cause + ")", cause);
  }
}
