package io.hyperfleet.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.request.RequestContextFixture;
import io.hyperfleet.domain.error.Constraint;
import io.hyperfleet.domain.error.ErrorCategory;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemDetailsTest {

  private static final Exchange EXCHANGE =
      new Exchange(
          RequestContextFixture.request(),
          "/api/hyperfleet/v1/clusters",
          InstantSource.fixed(Instant.parse("2026-08-21T10:00:00.123456789Z")));

  private static String json(ProblemDetails problem) {
    return new String(problem.json(), StandardCharsets.UTF_8).stripTrailing();
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "/a/b+c,/a/b+c",
        "/%27%22%3B%25%2F,/'\";%/",
        "/%C3%A9%F0%9F%98%80%20,/\u00e9\uD83D\uDE00 ",
        "/100%,/100%",
        "/%zz/%41,/%zz/%41"
      })
  void theInstanceIsThePathAsPeopleReadIt(String sent, String read) {
    assertThat(
            new Exchange(RequestContextFixture.request(), sent, InstantSource.system()).instance())
        .isEqualTo(read);
  }

  @Test
  void aProblemHasAllMembersButNoErrors() {
    assertThat(json(ProblemDetails.of(FleetException.alreadyExists("Cluster"), EXCHANGE)))
        .isEqualTo(
            """
            {"type":"https://api.hyperfleet.io/errors/conflict","title":"Resource Conflict",\
            "status":409,"detail":"This Cluster already exists",\
            "instance":"/api/hyperfleet/v1/clusters","code":"HYPERFLEET-CNF-001",\
            "timestamp":"2026-08-21T10:00:00.123456789Z",\
            "trace_id":"00000000-0000-0000-0000-000000000001"}""");
  }

  @Test
  void whereThereIsNoRouteTheTraceIsLeftToTheHeader() {
    assertThat(json(ProblemDetails.of(FleetException.endpointNotFound("/x"), EXCHANGE)))
        .endsWith("\"trace_id\":\"\"}");
  }

  @Test
  void violationsAreErrorsWithTheirOwnKindOfValue() {
    FleetException failure =
        FleetException.invalid(
            "Invalid query parameters",
            List.of(
                new Violation("size", 0L, Constraint.MIN, "too small"),
                new Violation("labels[\"x\"]", "a\nb", Constraint.PATTERN, "bad")));
    assertThat(json(ProblemDetails.of(failure, EXCHANGE)))
        .endsWith(
            """
            ,"errors":[\
            {"field":"size","value":0,"constraint":"min","message":"too small"},\
            {"field":"labels[\\"x\\"]","value":"a\\nb","constraint":"pattern","message":"bad"}]}""");
  }

  @Test
  void aViolationWithoutValueAndConstraintHasNoSuchMembers() {
    FleetException failure =
        FleetException.invalid(
            "Invalid ClusterSpec", List.of(new Violation("spec.region", "value must be a string")));
    assertThat(json(ProblemDetails.of(failure, EXCHANGE)))
        .contains("\"detail\":\"Invalid ClusterSpec\"")
        .endsWith(
            ",\"errors\":[{\"field\":\"spec.region\",\"message\":\"value must be a string\"}]}");
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeIsShownWithItsTypeTitleAndAnErrorStatus(ErrorCode code) {
    int status = HttpStatus.of(code.category());
    assertThat(json(new ProblemDetails(code, status, "text", List.of(), EXCHANGE)))
        .contains(
            "\"type\":\"" + code.type() + "\"",
            "\"title\":\"" + code.title() + "\"",
            "\"code\":\"" + code.code() + "\"",
            "\"status\":" + status);
    assertThat(status).isBetween(400, 599);
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID,400",
    "UNPROCESSABLE,422",
    "TOO_LARGE,413",
    "UNSUPPORTED,415",
    "NOT_FOUND,404",
    "CONFLICT,409",
    "INTERNAL,500",
    "BUSY,500",
    "UNAVAILABLE,503",
    "OVERLOADED,503"
  })
  void everyCategoryHasItsStatus(ErrorCategory category, int status) {
    assertThat(HttpStatus.of(category)).isEqualTo(status);
  }

  @Test
  void theTableAboveIsComplete() throws NoSuchMethodException {
    CsvSource table =
        ProblemDetailsTest.class
            .getDeclaredMethod("everyCategoryHasItsStatus", ErrorCategory.class, int.class)
            .getAnnotation(CsvSource.class);
    assertThat(table.value()).hasSameSizeAs(ErrorCategory.values());
  }

  @Test
  void theCategoryOfTheFailureDecidesNotThatOfItsCode() {
    assertThat(ProblemDetails.of(FleetException.tooLarge(5), EXCHANGE).status()).isEqualTo(413);
  }

  @Test
  void anUnexpectedFailureSaysNothingOfItself() {
    assertThat(json(ProblemDetails.unexpected(EXCHANGE)))
        .contains("\"status\":500", "HYPERFLEET-INT-001")
        .contains(
            "\"detail\":\"An unexpected error happened,"
                + " please check the log of the service for details\"");
  }
}
