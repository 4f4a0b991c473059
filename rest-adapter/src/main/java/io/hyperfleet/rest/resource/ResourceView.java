package io.hyperfleet.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.application.page.Page;
import io.hyperfleet.domain.resource.Labels;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.json.JsonWriter;
import io.hyperfleet.json.JsonWriter.Content;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Map;

/** Resources as clients see them. Free JSON is passed through as text. */
final class ResourceView {

  /** What is longer is written to the client in pieces, beside the text that it is made of. */
  private static final int LONGEST_WHOLE = 64 << 10;

  private ResourceView() {}

  static Object of(Resource resource) {
    return entity(length(resource), json -> write(resource, json));
  }

  /** One page of a list; {@code size} is what the page has, not what was asked for. */
  static Object of(Page<Resource> page) {
    return entity(
        page.items().stream().mapToLong(ResourceView::length).sum(),
        json -> {
          json.writeStartObject();
          json.writeArrayFieldStart("items");
          for (Resource resource : page.items()) {
            write(resource, json);
          }
          json.writeEndArray();
          json.writeNumberField("page", page.number());
          json.writeNumberField("size", page.items().size());
          json.writeNumberField("total", page.total());
          json.writeEndObject();
        });
  }

  private static Object entity(long length, Content content) {
    return length <= LONGEST_WHOLE
        ? JsonWriter.bytes(content)
        : (StreamingOutput) client -> JsonWriter.write(content, client);
  }

  /** Of what may be long. */
  private static long length(Resource resource) {
    return (long) resource.spec().json().length() + resource.conditions().json().length();
  }

  private static void write(Resource resource, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", resource.id().toString());
    json.writeStringField("kind", resource.kind().name());
    json.writeStringField("name", resource.name().value());
    json.writeStringField("href", resource.href());
    if (resource.owner().isPresent()) {
      write(resource.owner().get(), json);
    }
    if (!resource.labels().isEmpty()) {
      write(resource.labels(), json);
    }
    json.writeFieldName("spec");
    json.writeRawValue(resource.spec().json());
    json.writeFieldName("tenancy");
    json.writeRawValue(resource.tenancy().json());
    json.writeNumberField("generation", resource.generation());
    write("created", resource.audit().created(), json);
    write("updated", resource.audit().updated(), json);
    if (resource.audit().deleted().isPresent()) {
      write("deleted", resource.audit().deleted().get(), json);
    }
    json.writeObjectFieldStart("status");
    json.writeFieldName("conditions");
    json.writeRawValue(resource.conditions().json());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void write(OwnerReference owner, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("owner_references");
    json.writeStringField("id", owner.id().toString());
    json.writeStringField("kind", owner.kind().name());
    json.writeStringField("href", owner.href());
    json.writeEndObject();
  }

  private static void write(Labels labels, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("labels");
    for (Map.Entry<String, String> label : labels.values().entrySet()) {
      json.writeStringField(label.getKey(), label.getValue());
    }
    json.writeEndObject();
  }

  private static void write(String event, Stamp stamp, JsonGenerator json) throws IOException {
    json.writeStringField(event + "_time", stamp.time().toString());
    json.writeStringField(event + "_by", stamp.by());
  }
}
