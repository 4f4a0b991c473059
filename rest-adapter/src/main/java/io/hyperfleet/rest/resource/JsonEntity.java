package io.hyperfleet.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.application.page.Page;
import io.hyperfleet.json.JsonWriter;
import io.hyperfleet.json.JsonWriter.Content;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.ToLongFunction;

/** The body of an answer. */
final class JsonEntity {

  /** What is longer is written to the client in pieces, beside the text that it is made of. */
  private static final int LONGEST_WHOLE = 64 << 10;

  private JsonEntity() {}

  /**
   * @param length of what may be long
   */
  static Object of(long length, Content content) {
    return length <= LONGEST_WHOLE
        ? JsonWriter.bytes(content)
        : (StreamingOutput) client -> JsonWriter.write(content, client);
  }

  /** One page of a list; {@code size} is what the page has, not what was asked for. */
  static <T> Object of(Page<T> page, ToLongFunction<T> length, ItemWriter<T> writer) {
    return list(
        page.items(),
        length,
        writer,
        json -> {
          json.writeNumberField("page", page.number());
          json.writeNumberField("size", page.items().size());
          json.writeNumberField("total", page.total());
        });
  }

  /**
   * Some items.
   *
   * @param around writes the members beside them
   */
  static <T> Object list(
      List<T> items, ToLongFunction<T> length, ItemWriter<T> writer, Content around) {
    return of(
        items.stream().mapToLong(length).sum(),
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("items");
          for (T item : items) {
            writer.write(item, json);
          }
          json.writeEndArray();
          around.writeTo(json);
          json.writeEndObject();
        });
  }

  /** Writes one item. */
  @FunctionalInterface
  interface ItemWriter<T> {
    void write(T item, JsonGenerator json) throws IOException;
  }
}
