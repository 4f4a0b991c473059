package io.hyperfleet.server.conformance;

import java.io.Serial;

/** A variable has no value, because an earlier step failed. */
final class UnknownVariableException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UnknownVariableException(String name) {
    super("variable " + name + " has no value");
  }
}
