package io.hyperfleet.domain.error;

/** The public failure codes; clients match on {@link #code()}, so a published one never changes. */
public enum ErrorCode {
  VALIDATION("VAL-000", "validation-error", "Validation Failed", ErrorCategory.INVALID),
  BAD_REQUEST("VAL-005", "bad-request", "Bad Request", ErrorCategory.INVALID),
  MALFORMED_REQUEST("VAL-006", "malformed-request", "Malformed Request", ErrorCategory.INVALID),
  ENDPOINT_NOT_FOUND("NTF-000", "not-found", "Endpoint Not Found", ErrorCategory.NOT_FOUND),
  RESOURCE_NOT_FOUND("NTF-001", "not-found", "Resource Not Found", ErrorCategory.NOT_FOUND),
  CONFLICT("CNF-001", "conflict", "Resource Conflict", ErrorCategory.CONFLICT),
  STATE_CONFLICT("CNF-003", "conflict", "State Conflict", ErrorCategory.CONFLICT),
  INTERNAL("INT-001", "internal-error", "Internal Server Error", ErrorCategory.INTERNAL),
  UNAVAILABLE("SVC-001", "service-unavailable", "Service Unavailable", ErrorCategory.UNAVAILABLE);

  private final String code;
  private final String type;
  private final String title;
  private final ErrorCategory category;

  ErrorCode(String code, String type, String title, ErrorCategory category) {
    this.code = "HYPERFLEET-" + code;
    this.type = "https://api.hyperfleet.io/errors/" + type;
    this.title = title;
    this.category = category;
  }

  public String code() {
    return code;
  }

  /** The URI that names this family of failures (RFC 9457 {@code type}). */
  public String type() {
    return type;
  }

  public String title() {
    return title;
  }

  public ErrorCategory category() {
    return category;
  }
}
