package io.hyperfleet.rest.problem;

import io.hyperfleet.domain.error.ErrorCategory;

/** The one place that knows which HTTP status a kind of failure has. */
final class HttpStatus {

  private HttpStatus() {}

  /** Without a default, so that a new category does not compile before it is given a status. */
  static int of(ErrorCategory category) {
    return switch (category) {
      case INVALID -> 400;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case TOO_LARGE -> 413;
      case UNSUPPORTED -> 415;
      case UNPROCESSABLE -> 422;
      case INTERNAL, BUSY -> 500;
      case UNAVAILABLE, OVERLOADED -> 503;
    };
  }
}
