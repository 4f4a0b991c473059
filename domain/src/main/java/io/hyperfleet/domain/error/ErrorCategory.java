package io.hyperfleet.domain.error;

/** What kind of failure it is, so that each way in can answer in its own terms. */
public enum ErrorCategory {
  INVALID,
  UNPROCESSABLE,
  TOO_LARGE,
  UNSUPPORTED,
  NOT_FOUND,
  CONFLICT,
  INTERNAL,
  BUSY,
  UNAVAILABLE,
  OVERLOADED
}
