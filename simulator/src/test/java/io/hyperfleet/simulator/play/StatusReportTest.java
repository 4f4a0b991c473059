package io.hyperfleet.simulator.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.domain.json.Document;
import io.hyperfleet.json.JsonReader;
import io.hyperfleet.json.JsonValue;
import io.hyperfleet.simulator.fleet.Answers;
import io.hyperfleet.simulator.fleet.ReadResource;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class StatusReportTest {

  private static final Instant TIME = Instant.parse("2026-01-01T00:00:07.987Z");
  private static final String LIVE = Answers.cluster(3, "False", 3, "2026-01-01T00:00:00Z");

  @Test
  void whatLivesIsReportedAsUpAtTheGenerationThatWasRead() {
    assertThat(report(LIVE, ZoneOffset.UTC))
        .isEqualTo(
            """
            {"adapter":"dns","observed_generation":3,"observed_time":"2026-01-01T00:00:07Z",
             "conditions":[
               {"type":"Applied","status":"True","reason":"ObjectsApplied","message":"dns looked at generation 3"},
               {"type":"Available","status":"True","reason":"ObjectsReady","message":"dns looked at generation 3"},
               {"type":"Health","status":"True","reason":"AdapterHealthy","message":"dns looked at generation 3"},
               {"type":"Finalized","status":"False","reason":"NotDeleted","message":"dns looked at generation 3"}],
             "data":{"namespace":{"name":"sim-abc-1","status":"Active"},"generation":3}}"""
                .replaceAll("\n *", ""));
  }

  @Test
  void whatIsBeingDeletedIsReportedAsTakenDown() {
    String report = report(Answers.deleting(4), ZoneOffset.UTC);

    assertThat(report)
        .contains(
            "\"type\":\"Applied\",\"status\":\"False\"",
            "\"type\":\"Available\",\"status\":\"False\"",
            "\"type\":\"Health\",\"status\":\"True\"",
            "\"type\":\"Finalized\",\"status\":\"True\"",
            "\"observed_generation\":4",
            "\"Terminating\"");
  }

  @Test
  void anotherZoneShowsInTheTimeAndNothingElse() {
    String abroad = report(LIVE, ZoneOffset.ofHoursMinutes(5, 30));

    assertThat(abroad).contains("\"observed_time\":\"2026-01-01T05:30:07+05:30\"");
  }

  @Test
  void aReportIsJson() {
    JsonValue tree = JsonReader.tree(new Document(report(LIVE, ZoneOffset.UTC)));

    assertThat(tree.type()).isEqualTo("object");
  }

  private static String report(String resource, ZoneOffset zone) {
    return new StatusReport("dns", ReadResource.read(resource), TIME, zone).json();
  }
}
