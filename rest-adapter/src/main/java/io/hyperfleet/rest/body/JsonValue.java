package io.hyperfleet.rest.body;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A JSON value as a client sent it. Numbers keep their spelling; of equal keys the last counts. */
public sealed interface JsonValue {

  void writeTo(JsonGenerator json) throws IOException;

  default boolean isNull() {
    return equals(JsonLiteral.NULL);
  }

  /**
   * An object.
   *
   * @param members in the order of their first appearance
   */
  record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    /** The member of that name, JSON null if there is none. */
    public JsonValue member(String name) {
      return members.getOrDefault(name, JsonLiteral.NULL);
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeStartObject();
      for (Map.Entry<String, JsonValue> member : members.entrySet()) {
        json.writeFieldName(member.getKey());
        member.getValue().writeTo(json);
      }
      json.writeEndObject();
    }
  }

  record JsonArray(List<JsonValue> items) implements JsonValue {
    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeStartArray();
      for (JsonValue item : items) {
        item.writeTo(json);
      }
      json.writeEndArray();
    }
  }

  record JsonString(String value) implements JsonValue {
    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeString(value);
    }
  }

  /** A number, {@code true}, {@code false} or {@code null}. */
  record JsonLiteral(String text) implements JsonValue {

    static final JsonLiteral NULL = new JsonLiteral("null");

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
      json.writeRawValue(text);
    }
  }
}
