package io.hyperfleet.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.ReportRequest;
import io.hyperfleet.domain.status.ReportRequest.Statement;
import io.hyperfleet.json.JsonReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusReportRequestTest {

  @Test
  void everyMemberIsRead() {
    ReportRequest request =
        read(
            """
            {"adapter":"dns","observed_generation":3,"observed_time":"2026-08-21T12:00:00+02:00",
             "conditions":[{"type":"Available","status":"True","reason":"R","message":"M","more":1},
                           {"type":"Health","status":"False","reason":null}, null],
             "data":{"a":[1.50]},"metadata":{"attempt":2,"job_name":"j"},"other":{}}
            """);

    assertThat(request)
        .isEqualTo(
            new ReportRequest(
                "dns",
                3,
                Optional.of(Instant.parse("2026-08-21T10:00:00Z")),
                List.of(
                    new Statement("Available", "True", Optional.of("R"), Optional.of("M")),
                    new Statement("Health", "False", Optional.empty(), Optional.empty()),
                    new Statement("", "", Optional.empty(), Optional.empty())),
                Optional.of(new Document("{\"a\":[1.50]}")),
                Optional.of(new Document("{\"attempt\":2,\"job_name\":\"j\"}"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        """
        {"adapter":null,"observed_generation":null,"observed_time":null,"conditions":null,"data":null,"metadata":null}
        """
      })
  void nullIsAsIfNotSent(String body) {
    assertThat(read(body))
        .isEqualTo(
            new ReportRequest(
                "", 0, Optional.empty(), List.of(), Optional.empty(), Optional.empty()));
  }

  @Test
  void theBeginningOfTimeIsNone() {
    assertThat(read("{\"observed_time\":\"0001-01-01T00:00:00Z\"}").observedTime()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"metadata":{}} | {}
          {"metadata":{"x":1,"attempt":null,"duration":"5s"}} | {"duration":"5s"}
          {"metadata":{"started_time":"2026-08-21T12:00:00.123456789+02:00"}} | {"started_time":"2026-08-21T10:00:00.123456Z"}
          {"metadata":{"completed_time":"2026-08-21T10:00:00Z"}} | {"completed_time":"2026-08-21T10:00:00Z"}
          {"metadata":{"job_namespace":"a\\"b"}} | {"job_namespace":"a\\"b"}
          """)
  void ofMetadataWhatIsKnownIsKept(String body, String kept) {
    assertThat(read(body).metadata()).contains(new Document(kept));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"adapter":5} | field 'adapter' must be a string
          {"observed_generation":"1"} | field 'observed_generation' must be a number
          {"observed_generation":1.0} | field 'observed_generation' must be a number
          {"observed_generation":1e0} | field 'observed_generation' must be a number
          {"observed_generation":2147483648} | field 'observed_generation' must be a number
          {"conditions":{}} | field 'conditions' must be an array
          {"conditions":["x"]} | field 'conditions' must be an object
          {"conditions":[{"type":1}]} | field 'conditions.type' must be a string
          {"conditions":[{"status":true}]} | field 'conditions.status' must be a string
          {"conditions":[{"reason":5}]} | field 'conditions.reason' must be a string
          {"conditions":[{"message":{}}]} | field 'conditions.message' must be a string
          {"data":"x"} | field 'data' must be an object
          {"data":[]} | field 'data' must be an object
          {"metadata":"x"} | field 'metadata' must be an object
          {"metadata":{"attempt":"x"}} | field 'metadata.attempt' must be a number
          {"metadata":{"attempt":1.5}} | field 'metadata.attempt' must be a number
          {"metadata":{"duration":5}} | field 'metadata.duration' must be a string
          """)
  void whatIsOfAnotherTypeIsToldWithItsPath(String body, String told) {
    assertRefused(body, ErrorCode.VALIDATION, told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"observed_time":"x"} | Invalid request format: "x" is not written as RFC 3339
          {"observed_time":5} | Invalid request format: a time is a string
          {"metadata":{"started_time":"x"}} | Invalid request format: "x" is not written as RFC 3339
          """)
  void whatIsNoTimeIsMalformed(String body, String told) {
    assertRefused(body, ErrorCode.MALFORMED_REQUEST, told);
  }

  private static void assertRefused(String body, ErrorCode code, String told) {
    assertThatExceptionOfType(FleetException.class)
        .isThrownBy(() -> read(body))
        .withMessage(told)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static ReportRequest read(String body) {
    return StatusReportRequest.of(JsonReader.members(body));
  }
}
