package io.hyperfleet.rest.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.application.request.RequestContextFixture;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.rest.CapturedLog;
import io.hyperfleet.rest.ServletDouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MappersTest {

  private static final UUID ID = RequestContextFixture.request().id();

  private final CapturedLog log = new CapturedLog(FailureLog.class.getName());
  private final HttpServletRequest request = new ServletDouble("GET", "/x").request();
  private final FleetExceptionMapper fleet = new FleetExceptionMapper();
  private final RoutingFailureMapper routing = new RoutingFailureMapper();
  private final UnexpectedFailureMapper unexpected = new UnexpectedFailureMapper();

  @BeforeEach
  void attach() {
    new Exchange(RequestContextFixture.request(), "/x", InstantSource.system()).attachTo(request);
    fleet.request = request;
    routing.request = request;
    unexpected.request = request;
  }

  @AfterEach
  void close() {
    log.close();
  }

  private static String body(Response response) {
    return new String((byte[]) response.getEntity(), StandardCharsets.UTF_8);
  }

  private static NotAllowedException refusal(String... allowed) {
    return new NotAllowedException(Response.status(405).allow(allowed).build());
  }

  private void assertLoggedOnce(Throwable cause) {
    assertThat(log.records)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getLevel()).isEqualTo(Level.SEVERE);
              assertThat(record.getMessage()).isEqualTo("Request failed request_id=" + ID);
              assertThat(record.getThrown()).isSameAs(cause);
            });
  }

  private void assertLoggedInOneLine(String line) {
    assertThat(log.records)
        .filteredOn(record -> record.getLevel().equals(Level.SEVERE))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getMessage()).isEqualTo(line);
              assertThat(record.getThrown()).isNull();
            });
  }

  static List<FleetException> clientFailures() {
    return List.of(
        FleetException.invalid("x"),
        FleetException.malformed("x"),
        FleetException.tooLarge(1),
        FleetException.tooLargeForMemory(),
        FleetException.notFound("Cluster", "1"),
        FleetException.alreadyExists("Cluster"),
        FleetException.conflicting(new IllegalStateException("x")));
  }

  @ParameterizedTest
  @MethodSource("clientFailures")
  void aFailureOfTheClientIsAProblemAndNotLogged(FleetException failure) {
    Response response = fleet.toResponse(failure);
    assertThat(response.getStatus()).isEqualTo(HttpStatus.of(failure.category()));
    assertThat(response.getHeaderString("Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.getHeaderString("Vary")).isEqualTo("Authorization");
    assertThat(body(response))
        .contains("\"trace_id\":\"" + ID + "\"", "\"instance\":\"/x\"", failure.code().code());
    assertThat(log.records).isEmpty();
  }

  @Test
  void aLostDatabaseIsOneLineInTheLogAndCarriesNoRetryAfter() {
    Response response =
        fleet.toResponse(
            FleetException.databaseUnavailable(new IllegalStateException("10.0.0.1 refused")));
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getStringHeaders()).containsOnlyKeys("Content-Type", "Vary");
    assertThat(body(response)).doesNotContain("10.0.0.1");
    assertLoggedInOneLine("10.0.0.1 refused request_id=" + ID);
  }

  @Test
  void aBusyDatabaseIsAnInternalErrorThatAsksForAnotherAttempt() {
    Response response =
        fleet.toResponse(FleetException.databaseBusy(new IllegalStateException("exhausted")));
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(body(response)).contains("HYPERFLEET-INT-001").doesNotContain("exhausted");
    assertLoggedInOneLine("exhausted request_id=" + ID);
  }

  @Test
  void aServiceWithoutMemoryAsksForAnotherAttempt() {
    Response response = fleet.toResponse(FleetException.memoryUsedUp());
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(body(response)).contains("HYPERFLEET-SVC-001");
    assertThat(log.records)
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getLevel()).isEqualTo(Level.WARNING);
              assertThat(record.getMessage()).endsWith("try again later request_id=" + ID);
              assertThat(record.getThrown()).isNull();
            });
  }

  @Test
  void whatNobodyForesawIsLoggedAndNotTold() {
    RuntimeException failure = new IllegalStateException("SELECT secret");
    Response response = unexpected.toResponse(failure);
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getHeaderString("Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.getHeaderString("Vary")).isEqualTo("Authorization");
    assertThat(body(response)).contains("HYPERFLEET-INT-001").doesNotContain("SELECT");
    assertLoggedOnce(failure);
  }

  @Test
  void anUnknownRouteIsAProblemThatDoesNotVary() {
    Response response = routing.toResponse(new NotFoundException("RESTEASY003210"));
    assertThat(response.getStatus()).isEqualTo(404);
    assertThat(response.getStringHeaders()).containsOnlyKeys("Content-Type");
    assertThat(body(response))
        .contains("HYPERFLEET-NTF-000", "The requested endpoint '/x' does not exist")
        .doesNotContain("RESTEASY");
  }

  @Test
  void anUnsupportedMethodIsAnsweredInPlainText() {
    Response response = routing.toResponse(refusal("POST", "OPTIONS", "GET"));
    assertThat(response.getStatus()).isEqualTo(405);
    assertThat(response.getHeaderString("Allow")).isEqualTo("GET, HEAD, POST");
    assertThat(response.getHeaderString("Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(response.getEntity()).isEqualTo("Method Not Allowed\n");
  }

  @Test
  void headIsAllowedOnlyWhereGetIs() {
    Response response = routing.toResponse(refusal("PUT", "OPTIONS"));
    assertThat(response.getHeaderString("Allow")).isEqualTo("PUT");
  }
}
