package io.hyperfleet.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hyperfleet.bench.scenario.Comparisons;
import io.hyperfleet.bench.scenario.Scenario;
import io.hyperfleet.bench.scenario.Scenarios;
import io.hyperfleet.bench.started.Distribution;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole command, too short for its figures to mean anything. */
@Tag("endurance")
class BenchIT {

  /** What is asked of PostgreSQL itself. */
  private static final Set<String> WITHOUT_A_SERVER =
      Set.of("SELECT of one", "SELECT of 20", "transaction of a report");

  private static final Path CHECKOUT = Path.of(System.getProperty("bench.checkout"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void everyScenarioIsAnsweredWithoutError() throws IOException {
    assumeTrue(Distribution.builtIn(CHECKOUT).isPresent(), "no server is built");

    int code =
        run("--clusters 50 --warmup 300ms --duration 300ms --rounds 1 --starts 1 --output json");

    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    JsonNode report = new ObjectMapper().readTree(out.toByteArray());
    assertThat(report.get("starts")).hasSize(1);
    assertThat(report.get("ratios")).hasSize(Comparisons.ALL.size());
    assertThat(report.get("scenarios"))
        .extracting(scenario -> scenario.get("name").asText())
        .containsExactlyElementsOf(Scenarios.ALL.stream().map(Scenario::name).toList());
    assertThat(report.get("scenarios"))
        .allSatisfy(
            scenario -> {
              assertThat(scenario.get("requests").asLong()).isPositive();
              assertThat(scenario.get("errors").asLong()).isZero();
              assertThat(scenario.get("rate").asDouble()).isPositive();
            });
    assertThat(StreamSupport.stream(report.get("scenarios").spliterator(), false))
        .allSatisfy(
            scenario ->
                assertThat(scenario.get("server_millis_per_request").asDouble() > 0)
                    .isNotEqualTo(WITHOUT_A_SERVER.contains(scenario.get("name").asText())));
  }

  private int run(String arguments) {
    return Main.run(
        CHECKOUT,
        Map.of(),
        List.of((arguments + " --generator java").split(" ")),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
