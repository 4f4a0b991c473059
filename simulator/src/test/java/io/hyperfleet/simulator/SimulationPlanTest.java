package io.hyperfleet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.simulator.play.Casting;
import io.hyperfleet.simulator.play.FleetPlan;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationPlanTest {

  @Test
  void nothingTypedIsASmallFleetNextDoor() {
    SimulationPlan plan = SimulationPlan.of(Map.of());

    assertThat(plan.url()).isEqualTo(URI.create("http://localhost:8000"));
    assertThat(plan.fleet()).isEqualTo(new FleetPlan(20, 2));
    assertThat(plan.casting()).isEqualTo(new Casting(4, 20, 1));
    assertThat(plan.changing()).isEqualTo(Duration.ofSeconds(30));
    assertThat(plan.poll()).isEqualTo(Duration.ofMillis(500));
    assertThat(plan.rules().drift()).isEqualTo(Duration.ofSeconds(30));
    assertThat(plan.rules().debounce()).isEqualTo(Duration.ofSeconds(1));
    assertThat(plan.pageSize()).isEqualTo(20);
    assertThat(plan.patience()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void everyFlagCounts() {
    SimulationPlan plan =
        SimulationPlan.of(
            Map.ofEntries(
                Map.entry("--url", "https://fleet.example.com/"),
                Map.entry("--clusters", "3"),
                Map.entry("--node-pools", "0"),
                Map.entry("--adapters", "7"),
                Map.entry("--rate", "0"),
                Map.entry("--duration", "0s"),
                Map.entry("--seed", "-9223372036854775808"),
                Map.entry("--poll", "10ms"),
                Map.entry("--debounce", "2m"),
                Map.entry("--drift", "1h"),
                Map.entry("--page-size", "100"),
                Map.entry("--patience", "9s")));

    assertThat(plan.url()).isEqualTo(URI.create("https://fleet.example.com/"));
    assertThat(plan.fleet().resources()).isEqualTo(3);
    assertThat(plan.casting()).isEqualTo(new Casting(7, 0, Long.MIN_VALUE));
    assertThat(plan.changing()).isZero();
    assertThat(plan.poll()).isEqualTo(Duration.ofMillis(10));
    assertThat(plan.rules().debounce()).isEqualTo(Duration.ofMinutes(2));
    assertThat(plan.rules().drift()).isEqualTo(Duration.ofHours(1));
    assertThat(plan.pageSize()).isEqualTo(100);
    assertThat(plan.patience()).isEqualTo(Duration.ofSeconds(9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--clusters | 0 | a whole number from 1 to 100000 | 20",
        "--clusters | many | a whole number from 1 to 100000 | 20",
        "--clusters | 100001 | a whole number from 1 to 100000 | 20",
        "--node-pools | -1 | a whole number from 0 to 100 | 2",
        "--adapters | 1.5 | a whole number from 1 to 100 | 4",
        "--rate | 99999999999 | a whole number from 0 to 100000 | 20",
        "--seed | x | a whole number of 64 bits | 1",
        "--duration | 30 | a time in ms, s, m or h | 30s",
        "--duration | -1s | a time in ms, s, m or h | 30s",
        "--poll | 0s | a time in ms, s, m or h of at least 10 ms | 500ms",
        "--page-size | 101 | a whole number from 1 to 100 | 20",
        "--patience | 10ms | a time in ms, s, m or h of at least 1000 ms | 1m",
        "--url | localhost:8000 | an address that begins with http:// or https:// | http://localhost:8000",
        "--url | http:// | an address that begins with http:// or https:// | http://localhost:8000",
        "--url | http://a?b | an address that begins with http:// or https:// | http://localhost:8000",
      })
  void whatDoesNotDoIsNamedWithWhatIsAllowedAndAnExample(
      String flag, String value, String allowed, String example) {
    assertThatThrownBy(() -> SimulationPlan.of(Map.of(flag, value)))
        .isInstanceOf(SimulatorException.class)
        .hasMessage("%s must be %s, not %s; for example %s %s", flag, allowed, value, flag, example)
        .extracting(it -> ((SimulatorException) it).isMisuse())
        .isEqualTo(true);
  }

  @Test
  void everyFlagSaysWhatHoldsWithoutIt() {
    assertThat(SimulationFlag.all())
        .allSatisfy(it -> assertThat(it.description()).matches(".+ \\[\\S+]"));
  }
}
