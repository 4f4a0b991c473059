package io.hyperfleet.simulator.play;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hyperfleet.json.JsonWriter;
import io.hyperfleet.simulator.fleet.FleetKind;
import java.io.IOException;
import java.util.List;

/** The bodies that the operator sends. What is drawn is drawn from the number of the revision. */
record FleetBodies(String run) {

  private static final List<String> REGIONS = List.of("europe-west4", "us-east1", "asia-south1");
  private static final List<String> TEAMS = List.of("core", "edge", "data");

  String create(FleetKind kind, String name, int revision) {
    return JsonWriter.text(
        json -> {
          json.writeStartObject();
          json.writeStringField("kind", kind.wire());
          json.writeStringField("name", name);
          labels(json, revision);
          spec(json, kind, revision);
          json.writeEndObject();
        });
  }

  String newSpec(FleetKind kind, int revision) {
    return JsonWriter.text(
        json -> {
          json.writeStartObject();
          spec(json, kind, revision);
          json.writeEndObject();
        });
  }

  String newLabels(int revision) {
    return JsonWriter.text(
        json -> {
          json.writeStartObject();
          labels(json, revision);
          json.writeEndObject();
        });
  }

  private void labels(JsonGenerator json, int revision) throws IOException {
    json.writeObjectFieldStart("labels");
    json.writeStringField(FleetOperator.LABEL, run);
    json.writeStringField("environment", "test");
    json.writeStringField("team", pick(TEAMS, revision));
    json.writeStringField("shard", String.valueOf(revision % 4));
    json.writeStringField("revision", String.valueOf(revision));
    json.writeEndObject();
  }

  private static void spec(JsonGenerator json, FleetKind kind, int revision) throws IOException {
    json.writeObjectFieldStart("spec");
    json.writeNumberField("revision", revision);
    json.writeObjectFieldStart("platform");
    json.writeStringField("type", "gcp");
    json.writeObjectFieldStart("gcp");
    json.writeStringField("region", pick(REGIONS, revision));
    json.writeStringField("project", "simulated");
    json.writeEndObject();
    json.writeEndObject();
    if (kind == FleetKind.NODE_POOL) {
      json.writeNumberField("replicas", 1 + revision % 9);
      json.writeStringField("machineType", "n2-standard-8");
    } else {
      json.writeObjectFieldStart("release");
      json.writeStringField("version", "4.20." + revision % 50);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static String pick(List<String> values, int revision) {
    return values.get(revision % values.size());
  }
}
