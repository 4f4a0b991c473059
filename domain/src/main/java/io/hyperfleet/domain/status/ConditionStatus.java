package io.hyperfleet.domain.status;

import java.util.Optional;
import java.util.stream.Stream;

/** Whether a statement is true, as far as anybody knows. */
public enum ConditionStatus {
  TRUE("True"),
  FALSE("False"),
  UNKNOWN("Unknown");

  private final String wire;

  ConditionStatus(String wire) {
    this.wire = wire;
  }

  /** As clients see it and send it; case matters. */
  public String wire() {
    return wire;
  }

  static ConditionStatus of(boolean met) {
    return met ? TRUE : FALSE;
  }

  public static Optional<ConditionStatus> parse(String wire) {
    return Stream.of(values()).filter(status -> status.wire.equals(wire)).findFirst();
  }
}
