package io.hyperfleet.rest.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.domain.error.ErrorCode;
import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.error.Violation;
import io.hyperfleet.json.JsonWriter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;

/** The body of a failure (RFC 9457) and the status that it goes with. */
public record ProblemDetails(
    ErrorCode code, int status, String detail, List<Violation> violations, Exchange exchange) {

  /** Without a charset: JSON is always UTF-8. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public static ProblemDetails of(FleetException failure, Exchange exchange) {
    return new ProblemDetails(
        failure.code(),
        HttpStatus.of(failure.category()),
        failure.getMessage(),
        failure.violations(),
        exchange);
  }

  /** A failure that nobody foresaw; what it was stays in the log. */
  public static ProblemDetails unexpected(Exchange exchange) {
    ErrorCode code = ErrorCode.INTERNAL;
    return new ProblemDetails(
        code,
        HttpStatus.of(code.category()),
        "An unexpected error happened, please check the log of the service for details",
        List.of(),
        exchange);
  }

  public byte[] json() {
    return JsonWriter.bytes(this::writeTo);
  }

  Response.ResponseBuilder response() {
    return Response.status(status).header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE).entity(json());
  }

  private void writeTo(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", code.type());
    json.writeStringField("title", code.title());
    json.writeNumberField("status", status);
    json.writeStringField("detail", detail);
    json.writeStringField("instance", exchange.instance());
    json.writeStringField("code", code.code());
    json.writeStringField("timestamp", exchange.clock().instant().toString());
    json.writeStringField("trace_id", traceId());
    if (!violations.isEmpty()) {
      json.writeArrayFieldStart("errors");
      for (Violation violation : violations) {
        write(violation, json);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** Clients know problems of unknown routes without one; the header has it there, too. */
  private String traceId() {
    return code == ErrorCode.ENDPOINT_NOT_FOUND ? "" : exchange.id();
  }

  private static void write(Violation violation, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("field", violation.field());
    if (violation.value().isPresent()) {
      json.writeFieldName("value");
      writeValue(violation.value().get(), json);
    }
    if (violation.constraint().isPresent()) {
      json.writeStringField("constraint", violation.constraint().get().wire());
    }
    json.writeStringField("message", violation.message());
    json.writeEndObject();
  }

  private static void writeValue(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else {
      json.writeString(value.toString());
    }
  }
}
