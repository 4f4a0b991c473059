package io.hyperfleet.simulator.play;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.json.JsonWriter;
import io.hyperfleet.simulator.fleet.ReadResource;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * What an adapter reports of a resource that it just read: all is well, or all is taken down.
 *
 * @param zone of the adapter's clock
 */
record StatusReport(String adapter, ReadResource read, Instant time, ZoneOffset zone) {

  String json() {
    return JsonWriter.text(this::writeTo);
  }

  private void writeTo(JsonGenerator json) throws IOException {
    boolean up = !read.deleting();
    json.writeStartObject();
    json.writeStringField("adapter", adapter);
    json.writeNumberField("observed_generation", read.generation());
    json.writeStringField("observed_time", observedTime());
    json.writeArrayFieldStart("conditions");
    condition(json, "Applied", up, up ? "ObjectsApplied" : "ObjectsRemoved");
    condition(json, "Available", up, up ? "ObjectsReady" : "ObjectsRemoved");
    condition(json, "Health", true, "AdapterHealthy");
    condition(json, "Finalized", !up, up ? "NotDeleted" : "CleanupDone");
    json.writeEndArray();
    data(json, up);
    json.writeEndObject();
  }

  /** Whole seconds, as the adapters write them. */
  private String observedTime() {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        time.truncatedTo(ChronoUnit.SECONDS).atOffset(zone));
  }

  private void condition(JsonGenerator json, String type, boolean holds, String reason)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type);
    json.writeStringField("status", holds ? "True" : "False");
    json.writeStringField("reason", reason);
    json.writeStringField(
        "message", "%s looked at generation %d".formatted(adapter, read.generation()));
    json.writeEndObject();
  }

  private void data(JsonGenerator json, boolean up) throws IOException {
    json.writeObjectFieldStart("data");
    json.writeObjectFieldStart("namespace");
    json.writeStringField("name", read.name());
    json.writeStringField("status", up ? "Active" : "Terminating");
    json.writeEndObject();
    json.writeNumberField("generation", read.generation());
    json.writeEndObject();
  }
}
