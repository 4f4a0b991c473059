package io.hyperfleet.rest.resource;

import static io.hyperfleet.rest.resource.MemberTypes.string;

import io.hyperfleet.domain.error.FleetException;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.ReportRequest;
import io.hyperfleet.domain.status.ReportRequest.Statement;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonNumber;
import io.hyperfleet.json.JsonWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The body of a report. Members that it does not know are ignored, null is as if not sent. */
final class StatusReportRequest {

  private static final String CONDITIONS = "conditions";
  private static final String METADATA = "metadata";
  private static final String DATA = "data";

  /** An explicit beginning of time stands for no time, as in the clients' language. */
  private static final Instant NO_TIME = Instant.parse("0001-01-01T00:00:00Z");

  private String adapter = "";
  private int observedGeneration;
  private Optional<Instant> observedTime = Optional.empty();
  private List<Statement> conditions = List.of();
  private Optional<Document> data = Optional.empty();
  private Optional<Document> metadata = Optional.empty();

  private StatusReportRequest() {}

  static ReportRequest of(Map<String, Document> body) {
    StatusReportRequest request = new StatusReportRequest();
    body.forEach(request::take);
    return new ReportRequest(
        request.adapter,
        request.observedGeneration,
        request.observedTime,
        request.conditions,
        request.data,
        request.metadata);
  }

  private void take(String member, Document value) {
    switch (member) {
      case "adapter" -> adapter = string(member, JsonReader.tree(value)).orElse("");
      case "observed_generation" ->
          observedGeneration = int32(member, JsonReader.tree(value)).orElse(0);
      case "observed_time" ->
          observedTime = time(JsonReader.tree(value)).filter(time -> !time.equals(NO_TIME));
      case CONDITIONS ->
          conditions =
              MemberTypes.array(CONDITIONS, JsonReader.tree(value)).stream()
                  .map(StatusReportRequest::statement)
                  .toList();
      case DATA -> data = MemberTypes.object(DATA, value);
      case METADATA -> metadata = metadata(JsonReader.tree(value));
      default -> {
        // Clients of later versions may send more.
      }
    }
  }

  private static Statement statement(JsonValue value) {
    String type = "";
    String status = "";
    Optional<String> reason = Optional.empty();
    Optional<String> message = Optional.empty();
    for (Map.Entry<String, JsonValue> member : MemberTypes.object(CONDITIONS, value).entrySet()) {
      String path = CONDITIONS + "." + member.getKey();
      switch (member.getKey()) {
        case "type" -> type = string(path, member.getValue()).orElse("");
        case "status" -> status = string(path, member.getValue()).orElse("");
        case "reason" -> reason = string(path, member.getValue());
        case "message" -> message = string(path, member.getValue());
        default -> {
          // As above.
        }
      }
    }
    return new Statement(type, status, reason, message);
  }

  /** Of metadata, only what is known is kept; times in the form of all others. */
  private static Optional<Document> metadata(JsonValue value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    Map<String, JsonValue> members = MemberTypes.object(METADATA, value);
    return Optional.of(
        new Document(
            JsonWriter.text(
                json -> {
                  json.writeStartObject();
                  for (Map.Entry<String, JsonValue> member : members.entrySet()) {
                    Optional<String> kept = kept(member.getKey(), member.getValue());
                    if (kept.isPresent()) {
                      json.writeFieldName(member.getKey());
                      json.writeRawValue(kept.get());
                    }
                  }
                  json.writeEndObject();
                })));
  }

  private static Optional<String> kept(String member, JsonValue value) {
    String path = METADATA + "." + member;
    return switch (member) {
      case "attempt" -> int32(path, value).map(String::valueOf);
      case "started_time", "completed_time" ->
          time(value)
              .map(time -> time.truncatedTo(ChronoUnit.MICROS).toString())
              .map(StatusReportRequest::quoted);
      case "duration", "job_name", "job_namespace" ->
          string(path, value).map(StatusReportRequest::quoted);
      default -> Optional.empty();
    };
  }

  private static String quoted(String text) {
    return new JsonValue.JsonString(text).toString();
  }

  private static Optional<Integer> int32(String path, JsonValue value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    if (value instanceof JsonNumber number) {
      try {
        return Optional.of(Integer.valueOf(number.text()));
      } catch (NumberFormatException noInteger) {
        throw MemberTypes.wrongType(path, "a number");
      }
    }
    throw MemberTypes.wrongType(path, "a number");
  }

  private static Optional<Instant> time(JsonValue value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    if (value instanceof JsonValue.JsonString text) {
      return Optional.of(
          Rfc3339.parse(text.value())
              .orElseThrow(() -> notATime("\"" + text.value() + "\" is not written as RFC 3339")));
    }
    throw notATime("a time is a string");
  }

  private static FleetException notATime(String problem) {
    return FleetException.malformed("Invalid request format: " + problem);
  }
}
