package io.hyperfleet.domain.error;

import java.util.Locale;

/** Which rule a value broke. */
public enum Constraint {
  MIN,
  MAX,
  PATTERN,
  REQUIRED,
  FORMAT;

  /** The spelling that clients see. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
