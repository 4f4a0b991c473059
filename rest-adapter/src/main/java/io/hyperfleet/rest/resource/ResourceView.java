package io.hyperfleet.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.application.resource.Listing;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.kind.KindCatalogue;
import io.hyperfleet.domain.kind.KindDescriptor;
import io.hyperfleet.domain.resource.Hrefs;
import io.hyperfleet.domain.resource.Labels;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.Reference;
import io.hyperfleet.domain.resource.References;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.rest.resource.JsonEntity.ItemWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resources as clients see them. Free JSON is passed through as text. */
final class ResourceView {

  private final KindCatalogue kinds;

  ResourceView(KindCatalogue kinds) {
    this.kinds = kinds;
  }

  Object of(Resource resource) {
    return JsonEntity.of(length(resource), json -> write(resource, json));
  }

  /** The members that are selected, all of them if none is. */
  Object of(Resource resource, Optional<FieldSelection> fields) {
    ItemWriter<Resource> writer = writer(fields);
    return JsonEntity.of(length(resource), json -> writer.write(resource, json));
  }

  /** A part of a list in the form in which it was asked for. */
  Object of(Listing found, ListQuery query) {
    return JsonEntity.list(
        found.items(),
        ResourceView::length,
        writer(query.fields()),
        json -> {
          if (!query.isContinued()) {
            json.writeNumberField("page", query.page());
          }
          json.writeNumberField("size", found.items().size());
          if (found.total().isPresent()) {
            json.writeNumberField("total", found.total().getAsLong());
          }
          if (found.next().isPresent()) {
            json.writeStringField("next_cursor", query.cursor(found.next().get()));
          }
        });
  }

  private ItemWriter<Resource> writer(Optional<FieldSelection> fields) {
    return fields
        .<ItemWriter<Resource>>map(selected -> new SelectedView(this, selected)::write)
        .orElse(this::write);
  }

  /** Of what may be long. */
  private static long length(Resource resource) {
    return (long) resource.spec().json().length() + resource.conditions().json().length();
  }

  private void write(Resource resource, JsonGenerator json) throws IOException {
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
    if (!resource.references().isEmpty()) {
      write(resource.references(), json);
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
    writeStatus(resource.conditions(), json);
    json.writeEndObject();
  }

  private static void writeStatus(Document conditions, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("status");
    json.writeFieldName("conditions");
    json.writeRawValue(conditions.json());
    json.writeEndObject();
  }

  private static void write(OwnerReference owner, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("owner_references");
    json.writeStringField("id", owner.id().toString());
    json.writeStringField("kind", owner.kind().name());
    json.writeStringField("href", owner.href());
    json.writeEndObject();
  }

  static void write(Labels labels, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("labels");
    for (Map.Entry<String, String> label : labels.values().entrySet()) {
      json.writeStringField(label.getKey(), label.getValue());
    }
    json.writeEndObject();
  }

  void write(References references, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("references");
    for (Map.Entry<String, List<Reference>> type : references.values().entrySet()) {
      json.writeArrayFieldStart(type.getKey());
      for (Reference target : type.getValue()) {
        write(target, json);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** What is of a kind that is not served any more cannot be found. */
  private void write(Reference target, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", target.id().toString());
    json.writeStringField("kind", target.kind().name());
    Optional<KindDescriptor> kind = kinds.named(target.kind().name());
    if (kind.isPresent()) {
      json.writeStringField("href", Hrefs.flat(kind.get(), target.id()));
    }
    json.writeEndObject();
  }

  private static void write(String event, Stamp stamp, JsonGenerator json) throws IOException {
    json.writeStringField(event + "_time", stamp.time().toString());
    json.writeStringField(event + "_by", stamp.by());
  }
}
