package io.hyperfleet.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ConditionsCodec;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonNumber;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.JsonValue.JsonString;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** Conditions as clients see them in {@code status.conditions}. */
public final class JsonConditions implements ConditionsCodec {

  @Override
  public Document write(List<Condition> conditions) {
    return new Document(
        JsonWriter.text(
            json -> {
              json.writeStartArray();
              for (Condition condition : conditions) {
                write(condition, json);
              }
              json.writeEndArray();
            }));
  }

  private static void write(Condition condition, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", condition.type());
    json.writeStringField("status", condition.status().wire());
    if (condition.reason().isPresent()) {
      json.writeStringField("reason", condition.reason().get());
    }
    if (condition.message().isPresent()) {
      json.writeStringField("message", condition.message().get());
    }
    json.writeStringField("created_time", condition.createdTime().toString());
    json.writeStringField("last_updated_time", condition.lastUpdatedTime().toString());
    json.writeStringField("last_transition_time", condition.lastTransitionTime().toString());
    json.writeNumberField("observed_generation", condition.observedGeneration());
    json.writeEndObject();
  }

  @Override
  public List<Condition> read(Document document) {
    if (JsonReader.tree(document) instanceof JsonArray array) {
      return array.items().stream().map(JsonConditions::condition).toList();
    }
    throw new IllegalArgumentException("conditions are an array");
  }

  private static Condition condition(JsonValue item) {
    if (!(item instanceof JsonObject condition)) {
      throw new IllegalArgumentException("a condition is an object");
    }
    return new Condition(
        text(condition, "type"),
        ConditionStatus.parse(text(condition, "status")).orElseThrow(() -> misses("status")),
        optionalText(condition, "reason"),
        optionalText(condition, "message"),
        observedGeneration(condition),
        time(condition, "created_time"),
        time(condition, "last_updated_time"),
        time(condition, "last_transition_time"));
  }

  private static String text(JsonObject condition, String name) {
    return optionalText(condition, name).orElseThrow(() -> misses(name));
  }

  private static Optional<String> optionalText(JsonObject condition, String name) {
    return condition.member(name) instanceof JsonString text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  private static int observedGeneration(JsonObject condition) {
    String name = "observed_generation";
    if (condition.member(name) instanceof JsonNumber number) {
      return Integer.parseInt(number.text());
    }
    throw misses(name);
  }

  private static Instant time(JsonObject condition, String name) {
    try {
      return Instant.parse(text(condition, name));
    } catch (DateTimeParseException notATime) {
      throw misses(name);
    }
  }

  private static IllegalArgumentException misses(String name) {
    return new IllegalArgumentException("a condition has no valid " + name);
  }
}
