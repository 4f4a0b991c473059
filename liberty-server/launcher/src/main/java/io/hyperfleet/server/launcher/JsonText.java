package io.hyperfleet.server.launcher;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.json.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Maps, lists, numbers, texts and nothing, as JSON on one line. */
final class JsonText {

  private JsonText() {}

  static String of(Map<String, Object> object) {
    return JsonWriter.text(json -> write(object, json));
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : object.entrySet()) {
        json.writeFieldName((String) member.getKey());
        write(member.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(element, json);
      }
      json.writeEndArray();
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      json.writeString((String) value);
    }
  }
}
