package io.hyperfleet.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hyperfleet.simulator.fleet.Fleet;
import io.hyperfleet.simulator.fleet.FleetNames;
import io.hyperfleet.simulator.http.FleetClient;
import io.hyperfleet.simulator.measure.Complaints;
import io.hyperfleet.simulator.measure.Measures;
import io.hyperfleet.simulator.play.Stage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTableTest {

  private final Measures measures = new Measures();
  private final Complaints complaints = new Complaints();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void routesStandWithTheirStatusesAndTimes() {
    measures.request("GET /clusters", 200, Duration.ofMillis(10).toNanos());
    measures.request("GET /clusters", 0, Duration.ofSeconds(10).toNanos());

    assertThat(printed(new Verdict(List.of(), 0)))
        .anyMatch(it -> it.matches("GET /clusters +none: 1, 200: 1 +10\\.\\d ms +10\\.0 s.*"))
        .anyMatch(it -> it.startsWith("Cluster, change to reconciled"))
        .endsWith("Everything was reconciled, and everything is gone.");
  }

  @Test
  void whatWentWrongIsListed() {
    complaints.add("GET /clusters: no");

    assertThat(printed(new Verdict(List.of("Cluster a"), 1)))
        .containsSubsequence(
            "Did not get there: 1",
            "  Cluster a",
            "Answers that do not fit: 1",
            "  GET /clusters: no",
            "This is not how it should be.");
  }

  @Test
  void timesAreInMillisecondsUpToOneSecond() {
    assertThat(ClosingTable.shown(Duration.ofNanos(999_900_000))).isEqualTo("999.9 ms");
    assertThat(ClosingTable.shown(Duration.ofMillis(1500))).isEqualTo("1.5 s");
  }

  private List<String> printed(Verdict verdict) {
    URI nowhere = URI.create("http://localhost:1");
    FleetClient client = new FleetClient(nowhere, measures, complaints, time -> false);
    Stage stage = new Stage(client, new Fleet(), new FleetNames("abc"), measures, complaints);
    new ClosingTable(stage, verdict, new PrintStream(out, true, UTF_8)).print();
    return out.toString(UTF_8).lines().toList();
  }
}
