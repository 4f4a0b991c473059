package io.hyperfleet.domain.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FleetExceptionTest {

  @ParameterizedTest
  @MethodSource({"eachFailureHasItsCodeAndText", "aboutKinds"})
  void eachFailureHasItsCodeAndText(
      FleetException failure, ErrorCode code, ErrorCategory category, String detail) {
    assertThat(failure).hasMessage(detail);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.category()).isEqualTo(category);
    assertThat(failure.violations()).isEmpty();
  }

  static Stream<Arguments> eachFailureHasItsCodeAndText() {
    return Stream.of(
        Arguments.of(
            FleetException.invalid("no"), ErrorCode.VALIDATION, ErrorCategory.INVALID, "no"),
        Arguments.of(
            FleetException.malformed("Invalid JSON in request body"),
            ErrorCode.MALFORMED_REQUEST,
            ErrorCategory.INVALID,
            "Invalid JSON in request body"),
        Arguments.of(
            FleetException.notFound("Cluster", "x"),
            ErrorCode.RESOURCE_NOT_FOUND,
            ErrorCategory.NOT_FOUND,
            "Cluster with id='x' not found"),
        Arguments.of(
            FleetException.endpointNotFound("/nowhere"),
            ErrorCode.ENDPOINT_NOT_FOUND,
            ErrorCategory.NOT_FOUND,
            "The requested endpoint '/nowhere' does not exist"),
        Arguments.of(
            FleetException.alreadyExists("Cluster"),
            ErrorCode.CONFLICT,
            ErrorCategory.CONFLICT,
            "This Cluster already exists"),
        Arguments.of(
            FleetException.notAvailable(),
            ErrorCode.UNAVAILABLE,
            ErrorCategory.UNAVAILABLE,
            "The service is temporarily unavailable"));
  }

  @Test
  void aPackedBodyIsOfACodingThatIsNotTaken() {
    FleetException failure = FleetException.encoded("gzip");
    assertThat(failure).hasMessage("Request bodies are not taken with Content-Encoding 'gzip'");
    assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    assertThat(failure.category()).isEqualTo(ErrorCategory.UNSUPPORTED);
  }

  static Stream<Arguments> aboutKinds() {
    return Stream.of(
        Arguments.of(
            FleetException.unknownKind("Klaster"),
            ErrorCode.VALIDATION,
            ErrorCategory.INVALID,
            "Unknown entity kind: Klaster"),
        Arguments.of(
            FleetException.needsParent("NodePool", "/clusters/{id}/nodepools"),
            ErrorCode.VALIDATION,
            ErrorCategory.UNPROCESSABLE,
            "kind \"NodePool\" is a child kind; create it via /clusters/{id}/nodepools"),
        Arguments.of(
            FleetException.markedForDeletion("Cluster", "x"),
            ErrorCode.STATE_CONFLICT,
            ErrorCategory.CONFLICT,
            "Cluster 'x' is marked for deletion"));
  }

  @Test
  void aBodyThatIsTooLargeIsACategoryOfItsOwnUnderThePublishedCode() {
    FleetException failure = FleetException.tooLarge(1024);

    assertThat(failure).hasMessage("Request body exceeds the limit of 1024 bytes");
    assertThat(failure.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    assertThat(failure.category()).isEqualTo(ErrorCategory.TOO_LARGE);
  }

  @Test
  void anUnavailableDatabaseKeepsItsCauseOutOfTheText() {
    IllegalStateException cause = new IllegalStateException("FATAL: password of user app");
    FleetException failure = FleetException.databaseUnavailable(cause);

    assertThat(failure).hasMessage("Database connection unavailable").hasCause(cause);
    assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
  }

  @Test
  void aBusyDatabaseIsAnInternalErrorOfACategoryOfItsOwn() {
    IllegalStateException cause = new IllegalStateException("5 of 5 in use");
    FleetException failure = FleetException.databaseBusy(cause);

    assertThat(failure)
        .hasMessage("The request took too long, please try again later")
        .hasCause(cause);
    assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(failure.category()).isEqualTo(ErrorCategory.BUSY);
  }

  @Test
  void aRuleWithoutAResultIsAnInternalErrorThatNamesTheRule() {
    FleetException failure = FleetException.mappingFailed("Gauge", "Calm", "no such key");

    assertThat(failure)
        .hasMessage(
            "Condition mapping failed: condition mapping failed for Gauge.Calm: no such key");
    assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
    assertThat(failure.category()).isEqualTo(ErrorCategory.INTERNAL);
  }

  @Test
  void whatNoRuleForesawIsAConflictThatKeepsItsCauseOutOfTheText() {
    IllegalStateException cause = new IllegalStateException("labels_owner_fkey");
    FleetException failure = FleetException.conflicting(cause);

    assertThat(failure).hasMessage("The change conflicts with existing records").hasCause(cause);
    assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
  }

  @Test
  void violationsAreCopied() {
    Violation violation = new Violation("size", 0L, Constraint.MIN, "size must be at least 1");
    List<Violation> violations = new ArrayList<>(List.of(violation));
    FleetException failure = FleetException.invalid("Invalid query parameters", violations);
    violations.clear();

    assertThat(failure.violations()).containsExactly(violation);
    assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION);
  }

  @Test
  void aViolationNamesTheValue() {
    assertThatNullPointerException()
        .isThrownBy(() -> new Violation("size", null, Constraint.MIN, "message"))
        .withMessage("value");
  }

  @Test
  void aViolationMayLeaveItsWordsToTheMessage() {
    Violation violation = new Violation("spec.region", "value must be a string");

    assertThat(violation.field()).isEqualTo("spec.region");
    assertThat(violation.message()).isEqualTo("value must be a string");
    assertThat(violation.value()).isEmpty();
    assertThat(violation.constraint()).isEmpty();
  }
}
