package io.hyperfleet.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.status.Condition;
import io.hyperfleet.domain.status.ConditionStatus;
import io.hyperfleet.domain.status.ConditionsCodec;
import io.hyperfleet.domain.status.ReportedCondition;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonNumber;
import io.hyperfleet.json.JsonValue.JsonObject;
import io.hyperfleet.json.JsonValue.JsonString;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Conditions as clients see them, those of resources and those that adapters report. */
public final class JsonConditions implements ConditionsCodec {

  @Override
  public Document write(List<Condition> conditions) {
    return array(conditions, JsonConditions::write);
  }

  @Override
  public Document writeReported(List<ReportedCondition> conditions) {
    return array(conditions, JsonConditions::writeReported);
  }

  private static <T> Document array(List<T> items, ItemWriter<T> writer) {
    return new Document(
        JsonWriter.text(
            json -> {
              json.writeStartArray();
              for (T item : items) {
                json.writeStartObject();
                writer.write(item, json);
                json.writeEndObject();
              }
              json.writeEndArray();
            }));
  }

  private static void write(Condition condition, JsonGenerator json) throws IOException {
    json.writeStringField("type", condition.type());
    json.writeStringField("status", condition.status().wire());
    writeIfPresent("reason", condition.reason(), json);
    writeIfPresent("message", condition.message(), json);
    json.writeStringField("created_time", condition.createdTime().toString());
    json.writeStringField("last_updated_time", condition.lastUpdatedTime().toString());
    json.writeStringField("last_transition_time", condition.lastTransitionTime().toString());
    json.writeNumberField("observed_generation", condition.observedGeneration());
  }

  private static void writeReported(ReportedCondition condition, JsonGenerator json)
      throws IOException {
    json.writeStringField("type", condition.type());
    json.writeStringField("status", condition.status().wire());
    writeIfPresent("reason", condition.reason(), json);
    writeIfPresent("message", condition.message(), json);
    json.writeStringField("last_transition_time", condition.lastTransitionTime().toString());
  }

  private static void writeIfPresent(String name, Optional<String> text, JsonGenerator json)
      throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    }
  }

  @Override
  public List<Condition> read(Document document) {
    return read(document, JsonConditions::condition);
  }

  @Override
  public List<ReportedCondition> readReported(Document document) {
    return read(document, JsonConditions::reported);
  }

  private static <T> List<T> read(Document document, Function<JsonObject, T> reader) {
    if (JsonReader.tree(document) instanceof JsonArray array) {
      return array.items().stream().map(JsonConditions::object).map(reader).toList();
    }
    throw new IllegalArgumentException("conditions are an array");
  }

  private static JsonObject object(JsonValue item) {
    if (item instanceof JsonObject condition) {
      return condition;
    }
    throw new IllegalArgumentException("a condition is an object");
  }

  private static ReportedCondition reported(JsonObject condition) {
    return new ReportedCondition(
        text(condition, "type"),
        status(condition),
        optionalText(condition, "reason"),
        optionalText(condition, "message"),
        time(condition, "last_transition_time"));
  }

  private static ConditionStatus status(JsonObject condition) {
    return ConditionStatus.parse(text(condition, "status")).orElseThrow(() -> misses("status"));
  }

  private static Condition condition(JsonObject condition) {
    return new Condition(
        text(condition, "type"),
        status(condition),
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

  /** Writes the members of an item. */
  @FunctionalInterface
  private interface ItemWriter<T> {
    void write(T item, JsonGenerator json) throws IOException;
  }
}
