package io.hyperfleet.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hyperfleet.bench.started.BenchException;
import org.junit.jupiter.api.Test;

class PgbenchLoadTest {

  @Test
  void theRateIsFound() {
    assertThat(
            PgbenchLoad.rate(
                """
                latency average = 0.551 ms
                initial connection time = 12.052 ms
                tps = 14518.254125 (without initial connection time)
                """))
        .isEqualTo(14518.254125);
  }

  @Test
  void outputWithoutRateIsShown() {
    assertThatThrownBy(() -> PgbenchLoad.rate("pgbench: fatal"))
        .isInstanceOf(BenchException.class)
        .hasMessageContaining("pgbench: fatal");
  }

  @Test
  void theLatencyIsTheThirdWordOfALine() {
    assertThat(PgbenchLoad.latency("7 199 2241 0 1175850568 995598")).isEqualTo(2241);
  }
}
