package io.hyperfleet.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.AdapterName;
import io.hyperfleet.domain.status.AdapterReport;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ReportedCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reports and conditions, as they are on the wire. */
final class ReportJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReportJson() {}

  /** The body with which an adapter sends a report. */
  static String of(AdapterReport report) {
    ObjectNode body = JSON.createObjectNode();
    body.put("adapter", report.adapter().value());
    body.put("observed_generation", report.observedGeneration());
    body.put("observed_time", report.lastReportTime().toString());
    for (ReportedCondition condition : report.conditions()) {
      ObjectNode said = body.withArray("conditions").addObject();
      said.put("type", condition.type());
      said.put("status", condition.status().wire());
      condition.reason().ifPresent(reason -> said.put("reason", reason));
      condition.message().ifPresent(message -> said.put("message", message));
    }
    body.set("data", Http.json(report.data().json()));
    report.metadata().ifPresent(metadata -> body.set("metadata", Http.json(metadata.json())));
    return body.toString();
  }

  /** What the service keeps of an adapter. */
  static AdapterReport report(JsonNode kept) {
    return new AdapterReport(
        new AdapterName(kept.at("/adapter").asText()),
        kept.at("/observed_generation").asInt(),
        list(kept.at("/conditions")).stream().map(ReportJson::reported).toList(),
        new Document(kept.at("/data").toString()),
        Optional.ofNullable(kept.get("metadata")).map(JsonNode::toString).map(Document::new),
        time(kept, "created_time"),
        time(kept, "last_report_time"));
  }

  private static ReportedCondition reported(JsonNode condition) {
    return new ReportedCondition(
        condition.at("/type").asText(),
        status(condition),
        text(condition, "reason"),
        text(condition, "message"),
        time(condition, "last_transition_time"));
  }

  /** What is known of a resource. */
  static List<Condition> conditions(JsonNode resource) {
    return list(resource.at("/status/conditions")).stream().map(ReportJson::condition).toList();
  }

  private static Condition condition(JsonNode condition) {
    return new Condition(
        condition.at("/type").asText(),
        status(condition),
        text(condition, "reason"),
        text(condition, "message"),
        condition.at("/observed_generation").asInt(),
        time(condition, "created_time"),
        time(condition, "last_updated_time"),
        time(condition, "last_transition_time"));
  }

  static Instant time(JsonNode object, String member) {
    return Instant.parse(object.at("/" + member).asText());
  }

  static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static ConditionStatus status(JsonNode condition) {
    return ConditionStatus.parse(condition.at("/status").asText()).orElseThrow();
  }

  private static Optional<String> text(JsonNode object, String member) {
    return Optional.ofNullable(object.get(member)).map(JsonNode::asText);
  }
}
