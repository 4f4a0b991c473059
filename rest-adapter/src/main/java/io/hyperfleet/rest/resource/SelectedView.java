package io.hyperfleet.rest.resource;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.domain.json.Document;
import io.hyperfleet.domain.resource.OwnerReference;
import io.hyperfleet.domain.resource.Resource;
import io.hyperfleet.domain.resource.Stamp;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.json.JsonValue.JsonArray;
import io.hyperfleet.json.JsonValue.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the members of a resource that a client selected. Other than in the whole resource, what
 * is not there is null, and times have no decimals.
 */
final class SelectedView {

  private static final String TIME = "_time";

  private final ResourceView whole;
  private final FieldSelection fields;

  SelectedView(ResourceView whole, FieldSelection fields) {
    this.whole = whole;
    this.fields = fields;
  }

  void write(Resource resource, JsonGenerator json) throws IOException {
    json.writeStartObject();
    write("id", resource.id().toString(), json);
    write("kind", resource.kind().name(), json);
    write("name", resource.name().value(), json);
    write("href", resource.href(), json);
    writeOwner(resource.owner(), json);
    writeLabels(resource, json);
    writeReferences(resource, json);
    write("spec", resource.spec(), json);
    write("tenancy", resource.tenancy(), json);
    if (fields.has("generation")) {
      json.writeNumberField("generation", resource.generation());
    }
    write("created", Optional.of(resource.audit().created()), json);
    write("updated", Optional.of(resource.audit().updated()), json);
    write("deleted", resource.audit().deleted(), json);
    if (!fields.conditionMembers().isEmpty()) {
      writeStatus(resource.conditions(), json);
    }
    json.writeEndObject();
  }

  private void write(String name, String value, JsonGenerator json) throws IOException {
    if (fields.has(name)) {
      json.writeStringField(name, value);
    }
  }

  private void write(String name, Document value, JsonGenerator json) throws IOException {
    if (fields.has(name)) {
      json.writeFieldName(name);
      json.writeRawValue(value.json());
    }
  }

  private void write(String event, Optional<Stamp> stamp, JsonGenerator json) throws IOException {
    if (fields.has(event + TIME)) {
      json.writeStringField(
          event + TIME, stamp.map(Stamp::time).map(SelectedView::seconds).orElse(null));
    }
    if (fields.has(event + "_by")) {
      json.writeStringField(event + "_by", stamp.map(Stamp::by).orElse(null));
    }
  }

  private void writeOwner(Optional<OwnerReference> owner, JsonGenerator json) throws IOException {
    if (fields.ownerMembers().isEmpty()) {
      return;
    }
    if (owner.isEmpty()) {
      json.writeNullField("owner_references");
      return;
    }
    Map<String, String> values =
        Map.of(
            "id", owner.get().id().toString(),
            "kind", owner.get().kind().name(),
            "href", owner.get().href());
    json.writeObjectFieldStart("owner_references");
    for (String member : fields.ownerMembers()) {
      json.writeStringField(member, values.get(member));
    }
    json.writeEndObject();
  }

  private void writeLabels(Resource resource, JsonGenerator json) throws IOException {
    if (!fields.has("labels")) {
      return;
    }
    if (resource.labels().isEmpty()) {
      json.writeNullField("labels");
    } else {
      ResourceView.write(resource.labels(), json);
    }
  }

  private void writeReferences(Resource resource, JsonGenerator json) throws IOException {
    if (!fields.has("references")) {
      return;
    }
    if (resource.references().isEmpty()) {
      json.writeNullField("references");
    } else {
      whole.write(resource.references(), json);
    }
  }

  private void writeStatus(Document conditions, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("status");
    json.writeArrayFieldStart("conditions");
    for (JsonValue condition : ((JsonArray) JsonReader.tree(conditions)).items()) {
      writeCondition((JsonObject) condition, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeCondition(JsonObject condition, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (String member : fields.conditionMembers()) {
      JsonValue value = condition.member(member);
      json.writeFieldName(member);
      if (value instanceof JsonValue.JsonString text && member.endsWith(TIME)) {
        json.writeString(seconds(Instant.parse(text.value())));
      } else {
        json.writeRawValue(value.toString());
      }
    }
    json.writeEndObject();
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
