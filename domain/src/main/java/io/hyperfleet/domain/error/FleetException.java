package io.hyperfleet.domain.error;

import java.io.Serial;
import java.util.List;
import java.util.Objects;

/** The one failure that a client is told about in detail; anything else is an internal error. */
public final class FleetException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final ErrorCategory category;
  private final transient List<Violation> violations;

  private FleetException(
      ErrorCode code,
      ErrorCategory category,
      String detail,
      List<Violation> violations,
      Throwable cause) {
    super(Objects.requireNonNull(detail, "detail"), cause);
    this.code = code;
    this.category = category;
    this.violations = List.copyOf(violations);
  }

  private FleetException(ErrorCode code, String detail) {
    this(code, code.category(), detail, List.of(), null);
  }

  /** A request whose content breaks a rule. */
  public static FleetException invalid(String detail) {
    return new FleetException(ErrorCode.VALIDATION, detail);
  }

  /** A request in which several values may be at fault at once. */
  public static FleetException invalid(String detail, List<Violation> violations) {
    ErrorCode code = ErrorCode.VALIDATION;
    return new FleetException(code, code.category(), detail, violations, null);
  }

  /** A request about a kind that is not served. */
  public static FleetException unknownKind(String kind) {
    return invalid("Unknown entity kind: " + kind);
  }

  /** A request that refers to others in a way that its kind does not declare. */
  public static FleetException unknownReferenceType(String type, String kind) {
    return invalid("unknown reference type \"" + type + "\" for " + kind);
  }

  /** A request to create a child without saying whose child it is to be. */
  public static FleetException needsParent(String kind, String route) {
    return new FleetException(
        ErrorCode.VALIDATION,
        ErrorCategory.UNPROCESSABLE,
        "kind \"" + kind + "\" is a child kind; create it via " + route,
        List.of(),
        null);
  }

  /** A patch that names nothing to change. */
  public static FleetException emptyPatch() {
    return new FleetException(
        ErrorCode.BAD_REQUEST, "at least one field must be provided for update");
  }

  /** A request that asks for something in a way that has no answer. */
  public static FleetException badRequest(String detail) {
    return new FleetException(ErrorCode.BAD_REQUEST, detail);
  }

  /** A list that is to be searched or ordered by what resources do not have. */
  public static FleetException unknownSearchField() {
    return badRequest("invalid field in search or order query");
  }

  /** A body that cannot be read as what the operation takes. */
  public static FleetException malformed(String detail) {
    return new FleetException(ErrorCode.MALFORMED_REQUEST, detail);
  }

  /** A body that is larger than the service is willing to read. */
  public static FleetException tooLarge(long limit) {
    return new FleetException(
        ErrorCode.MALFORMED_REQUEST,
        ErrorCategory.TOO_LARGE,
        "Request body exceeds the limit of " + limit + " bytes",
        List.of(),
        null);
  }

  /** A body that would have to be unpacked first, to nobody knows what size. */
  public static FleetException encoded(String coding) {
    return new FleetException(
        ErrorCode.MALFORMED_REQUEST,
        ErrorCategory.UNSUPPORTED,
        "Request bodies are not taken with Content-Encoding '" + coding + "'",
        List.of(),
        null);
  }

  /** A body that could not be handled even if there were no other request. */
  public static FleetException tooLargeForMemory() {
    return new FleetException(
        ErrorCode.MALFORMED_REQUEST,
        ErrorCategory.TOO_LARGE,
        "Request body needs more memory than the service may use for requests",
        List.of(),
        null);
  }

  /** A page that could not be read even if there were no other request. */
  public static FleetException pageTooLarge(int size) {
    return invalid(
        "Invalid query parameters",
        List.of(
            new Violation(
                "size",
                size,
                Constraint.MAX,
                "the resources on this page are too large for one answer, ask for a smaller size")));
  }

  public static FleetException notFound(String kind, String id) {
    return new FleetException(
        ErrorCode.RESOURCE_NOT_FOUND, kind + " with id='" + id + "' not found");
  }

  public static FleetException endpointNotFound(String path) {
    return new FleetException(
        ErrorCode.ENDPOINT_NOT_FOUND, "The requested endpoint '" + path + "' does not exist");
  }

  /** Another active resource holds the same name in the same scope. */
  public static FleetException alreadyExists(String kind) {
    return new FleetException(ErrorCode.CONFLICT, "This " + kind + " already exists");
  }

  /** A resource that is about to go takes no changes, and no children. */
  public static FleetException markedForDeletion(String kind, String id) {
    return new FleetException(
        ErrorCode.STATE_CONFLICT, kind + " '" + id + "' is marked for deletion");
  }

  /** As {@link #notFound}, in the words in which a deletion says so. */
  public static FleetException nothingToDelete(String kind) {
    return new FleetException(ErrorCode.RESOURCE_NOT_FOUND, kind + " not found");
  }

  /** A resource cannot go before its children. */
  public static FleetException hasActiveChildren(String kind, String id, String childKind) {
    return new FleetException(
        ErrorCode.STATE_CONFLICT,
        "Cannot delete " + kind + " '" + id + "': active " + childKind + "(s) exist");
  }

  /**
   * A resource cannot go before those that refer to it.
   *
   * @param referrers one for each reference
   */
  public static FleetException isReferenced(String kind, String name, List<String> referrers) {
    return new FleetException(
        ErrorCode.STATE_CONFLICT,
        "cannot delete "
            + kind
            + " \""
            + name
            + "\": referenced by "
            + String.join(", ", referrers)
            + " \u2014 remove the reference(s) before deleting");
  }

  /** Only what is marked for deletion may be removed by force. */
  public static FleetException notFinalizing(String kind, String id) {
    return new FleetException(
        ErrorCode.STATE_CONFLICT, kind + " '" + id + "' is not in Finalizing state");
  }

  /** What is stored does not go together with the change, in a way that no rule foresaw. */
  public static FleetException conflicting(Throwable cause) {
    ErrorCode code = ErrorCode.CONFLICT;
    String detail = "The change conflicts with existing records";
    return new FleetException(code, code.category(), detail, List.of(), cause);
  }

  /**
   * A rule of the kind, which an operator wrote, has no result for this resource.
   *
   * @param problem what went wrong, without what is only for the eyes of those who may read it
   */
  public static FleetException mappingFailed(String kind, String type, String problem) {
    return new FleetException(
        ErrorCode.INTERNAL,
        "Condition mapping failed: condition mapping failed for "
            + kind
            + "."
            + type
            + ": "
            + problem);
  }

  /** The database has no time for this request; another attempt may succeed. */
  public static FleetException databaseBusy(Throwable cause) {
    return new FleetException(
        ErrorCode.INTERNAL,
        ErrorCategory.BUSY,
        "The request took too long, please try again later",
        List.of(),
        cause);
  }

  public static FleetException databaseUnavailable(Throwable cause) {
    ErrorCode code = ErrorCode.UNAVAILABLE;
    return new FleetException(
        code, code.category(), "Database connection unavailable", List.of(), cause);
  }

  /** Other requests hold the memory that this one needs; another attempt may succeed. */
  public static FleetException memoryUsedUp() {
    return new FleetException(
        ErrorCode.UNAVAILABLE,
        ErrorCategory.OVERLOADED,
        "The service has no memory left for this request, please try again later",
        List.of(),
        null);
  }

  /** The service has not started yet, or is about to end. */
  public static FleetException notAvailable() {
    return new FleetException(ErrorCode.UNAVAILABLE, "The service is temporarily unavailable");
  }

  public ErrorCode code() {
    return code;
  }

  /** Usually that of the code; narrower where one code covers several outcomes. */
  public ErrorCategory category() {
    return category;
  }

  public List<Violation> violations() {
    return violations;
  }
}
