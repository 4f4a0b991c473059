package io.hyperfleet.domain.error;

import static io.hyperfleet.domain.error.ErrorCategory.CONFLICT;
import static io.hyperfleet.domain.error.ErrorCategory.INTERNAL;
import static io.hyperfleet.domain.error.ErrorCategory.INVALID;
import static io.hyperfleet.domain.error.ErrorCategory.NOT_FOUND;
import static io.hyperfleet.domain.error.ErrorCategory.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class ErrorCodeTest {

  private static final String TYPES = "https://api.hyperfleet.io/errors/";

  @Test
  void theTableIsThePublishedOne() {
    assertThat(ErrorCode.values())
        .extracting(ErrorCode::code, ErrorCode::type, ErrorCode::title, ErrorCode::category)
        .containsExactlyInAnyOrder(
            tuple("HYPERFLEET-VAL-000", TYPES + "validation-error", "Validation Failed", INVALID),
            tuple("HYPERFLEET-VAL-005", TYPES + "bad-request", "Bad Request", INVALID),
            tuple("HYPERFLEET-VAL-006", TYPES + "malformed-request", "Malformed Request", INVALID),
            tuple("HYPERFLEET-NTF-000", TYPES + "not-found", "Endpoint Not Found", NOT_FOUND),
            tuple("HYPERFLEET-NTF-001", TYPES + "not-found", "Resource Not Found", NOT_FOUND),
            tuple("HYPERFLEET-CNF-001", TYPES + "conflict", "Resource Conflict", CONFLICT),
            tuple("HYPERFLEET-CNF-003", TYPES + "conflict", "State Conflict", CONFLICT),
            tuple(
                "HYPERFLEET-INT-001", TYPES + "internal-error", "Internal Server Error", INTERNAL),
            tuple(
                "HYPERFLEET-SVC-001",
                TYPES + "service-unavailable",
                "Service Unavailable",
                UNAVAILABLE));
  }

  @Test
  void constraintsAreSpelledInLowerCase() {
    assertThat(Constraint.values())
        .extracting(Constraint::wire)
        .containsExactly("min", "max", "pattern", "required", "format");
  }
}
