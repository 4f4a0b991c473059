package io.hyperfleet.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hyperfleet.bench.load.Histogram;
import io.hyperfleet.bench.load.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReportTest {

  /** Twice the processor time of the bare one in the first round, four times in the second. */
  private static final Report REPORT =
      new Report(
          Map.of("load before", "0.10"),
          List.of(new Startup(true, 12.34, 20.01, 280.4), new Startup(false, 9.99, 15.5, 270)),
          List.of(
              new Result("bare", List.of(slice(100, 0, 1), slice(300, 0, 3))),
              new Result("route", List.of(slice(100, 0, 2), slice(100, 3, 4))),
              new Result("SELECT", List.of(unserved(400), unserved(500)))),
          List.of(
              new Comparison("route", "bare", Measure.PROCESSOR_TIME),
              new Comparison("route", "SELECT", Measure.RATE),
              new Comparison("route", "SELECT", Measure.PROCESSOR_TIME)));

  @Test
  void theTableIsAligned() {
    assertThat(TextReport.of(REPORT))
        .isEqualTo(
            """
            this run
            load before  0.10

            start  wall s  processor s  resident MiB
            first    12.3         20.0           280
            again    10.0         15.5           270

            scenario  rate /s  p50 ms  p99 ms  errors  requests  server ms  postgres ms
            bare          200    0.10    0.10       0       400     10.000        5.000
            route         100    0.10    0.10       3       200     30.000        5.000
            SELECT        450    0.10    0.10       0       900          -        5.000

            ratio                       of  median  lowest  highest
            route : bare    processor time    3.00    2.00     4.00
            route : SELECT            rate    0.23    0.20     0.25
            route : SELECT  processor time       -       -        -
            """);
  }

  @Test
  void theJsonHoldsTheSameAndEachRound() throws IOException {
    JsonNode json = new ObjectMapper().readTree(JsonReport.of(REPORT));

    assertThat(json.at("/run/load_before").asText()).isEqualTo("0.10");
    assertThat(json.at("/starts/0/first").asBoolean()).isTrue();
    assertThat(json.at("/starts/0/wall_seconds").asDouble()).isEqualTo(12.34);
    assertThat(json.at("/scenarios/1/name").asText()).isEqualTo("route");
    assertThat(json.at("/scenarios/1/errors").asLong()).isEqualTo(3);
    assertThat(json.at("/scenarios/1/server_millis_per_request").asDouble()).isEqualTo(30);
    assertThat(json.at("/scenarios/1/rounds/1/server_millis_per_request").asDouble()).isEqualTo(40);
    assertThat(json.at("/scenarios/2/server_millis_per_request").isNull()).isTrue();
    assertThat(json.at("/ratios/0/name").asText()).isEqualTo("route : bare");
    assertThat(json.at("/ratios/0/of").asText()).isEqualTo("processor_time");
    assertThat(json.at("/ratios/0/median").asDouble()).isEqualTo(3);
    assertThat(json.at("/ratios/0/rounds/1").asDouble()).isEqualTo(4);
    assertThat(json.at("/ratios/2/median").isNull()).isTrue();
  }

  /** In one second, half of the server's processor time in PostgreSQL. */
  private static Slice slice(long requests, long errors, double serverSeconds) {
    return new Slice(
        sample(requests, errors),
        OptionalDouble.of(serverSeconds),
        OptionalDouble.of(requests * 0.005));
  }

  private static Slice unserved(long requests) {
    return new Slice(
        sample(requests, 0), OptionalDouble.empty(), OptionalDouble.of(requests * 0.005));
  }

  private static Sample sample(long requests, long errors) {
    Histogram latencies = new Histogram();
    latencies.record(100, requests);
    return new Sample(requests, errors, 1, latencies);
  }
}
